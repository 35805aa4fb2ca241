"""`python -m bot.cli` is the `factbox` command."""

from bot.cli import main

main()
