"""Text to sentences, terms, spelling and kinds of question."""
