"""Addresses to bytes: the only room with a network in it, and what keeps it from being turned against the machine."""
