"""Web pages to articles: the bytes of a page, which something else fetched, and where they came from."""
