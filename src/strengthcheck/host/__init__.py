"""The machine we run on: folders, files, clocks; one file each, so that tests can give others."""
