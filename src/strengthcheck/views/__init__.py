"""What each screen, page and text output says, as plain data."""
