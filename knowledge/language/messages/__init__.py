"""Chat messages: what they claim."""
