"""Keeping articles: database and index in step, the way of those that are added, what they said before, copies."""
