"""Arrays and strings in files that are mapped into memory, not read."""
