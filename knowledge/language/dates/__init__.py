"""Dates in running text, and the days of the events that sentences tell."""
