"""One file for each slash command: parse, ask the coverage, show."""
