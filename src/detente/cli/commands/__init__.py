"""The commands; adding a file adds a command."""
