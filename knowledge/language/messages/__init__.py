"""Chat messages: what they claim and quote."""
