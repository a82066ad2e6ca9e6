"""The terminal app: it composes, binds, turns messages into calls on services, and shows the answer."""
