"""What the coverage holds, and what it was asked, to be looked at without asking: articles, names and numbers."""
