"""The real bot in a page of the browser, without Discord and without a token: simcord stands in for Discord."""
