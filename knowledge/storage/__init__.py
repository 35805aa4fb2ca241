"""Articles and their sentences in a database: the truth from which the index is made."""
