"""Processes beside this one: work on every processor, and hostile bytes read with a deadline."""
