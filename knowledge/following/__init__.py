"""Feeds that are followed: reading them, finding them, and polling them for new articles."""
