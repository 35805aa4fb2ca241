"""Filters that a question has in its words."""
