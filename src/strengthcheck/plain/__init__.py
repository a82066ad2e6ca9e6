"""The app as lines of text and questions, for a terminal that can't place text and for who listens to it.

No line is ever redrawn or moved, no box is drawn, one thing is asked at a time, and each answer is a line.
It is built on `services`, `views` and `guide`, as the full screen is, and shows the same pages.
"""
