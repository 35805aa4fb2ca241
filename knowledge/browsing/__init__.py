"""What the coverage holds, to be looked at without asking: its articles, names and numbers."""
