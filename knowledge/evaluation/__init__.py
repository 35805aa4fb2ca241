"""Retrieval measures over BEIR folders."""
