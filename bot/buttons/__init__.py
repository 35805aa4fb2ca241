"""The buttons below a reply. They work after a restart: each has the number of its lookup in its id."""
