"""The front ends: the command line, the terminal and the Discord bot."""
