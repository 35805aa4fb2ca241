"""The form of a bot's token, told without asking Discord."""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode

_FORM = re.compile(r"([\w-]{18,})\.[\w-]{5,}\.[\w-]{20,}", re.ASCII)


def bare_token(token: str) -> str:
    """`token` without the "Bot " that belongs to a header and not to the token."""
    return re.sub(r"^Bot\s+", "", token.strip(), flags=re.IGNORECASE)


def token_problem(token: str | None) -> str | None:
    """The name of the text that says what is wrong with the form of `token`; None if it may be one."""
    bare = bare_token(token or "")
    if not bare:
        return "start-no-token"
    if re.search(r"\s", bare):
        return "start-token-spaces"
    if re.search("[\"'`‘’“”«»]", bare):
        return "start-token-quotes"
    if not re.fullmatch(r"[\w.-]+", bare, re.ASCII):
        return "start-token-characters"
    return None if _is_token(bare) else "start-token-form"


def _is_token(bare: str) -> bool:
    """Three parts, the first of which is the application's number in base64."""
    form = _FORM.fullmatch(bare)
    if not form:
        return False
    try:
        return urlsafe_b64decode(form[1] + "=" * (-len(form[1]) % 4)).isdigit()
    except binascii.Error:
        return False
