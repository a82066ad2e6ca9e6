"""One small widget for each kind of step of a check."""
