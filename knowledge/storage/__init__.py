"""Articles and sentences in a database."""
