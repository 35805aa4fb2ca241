"""Scored sentences to facts: understanding, strength, reports of the same fact, links."""
