"""`python -m bot` is the `factbox` command."""

from bot.cli import main

main()
