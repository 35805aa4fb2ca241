"""What the bot remembers over a restart, in DATA/discord.db: nobody's name, and no message's text."""
