"""What each step of a check says, as plain data: title, sentences, choices, keys. Any face can show it."""
