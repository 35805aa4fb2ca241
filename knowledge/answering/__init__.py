"""Scored sentences to facts."""
