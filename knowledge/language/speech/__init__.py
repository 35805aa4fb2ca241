"""Who says what: verbs of saying, quotation marks, subjects."""
