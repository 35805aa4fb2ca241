"""Bytes to articles: plain text and JSON lines."""
