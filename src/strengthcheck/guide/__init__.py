"""The course of one check as a state machine: events and times in, the next step and cues out.

No input, output, clock or chance: times and draws come in as arguments.
"""
