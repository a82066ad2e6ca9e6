"""What things are: frozen values without input, output or clock. Imports nothing else of ours."""
