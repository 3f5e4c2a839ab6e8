"""Bookmarks: how a client reads its own write, whichever server of a cluster and whichever API process answers.

A write gives a bookmark; a read that carries it waits until its server has that write. To a client it is one opaque
text.
"""

import base64
import binascii
from collections.abc import Iterable

import orjson

from graph.errors import BadBookmarkError

LONGEST = 4_096
MOST = 16


def to_token(values: Iterable[str]) -> str:
    """Write the driver's bookmarks as one text."""
    return base64.urlsafe_b64encode(orjson.dumps(sorted(values))).decode()


def from_token(token: str) -> tuple[str, ...]:
    """Read the driver's bookmarks out of a text. Raises: BadBookmarkError."""
    if len(token) > LONGEST:
        raise BadBookmarkError
    try:
        values = orjson.loads(base64.urlsafe_b64decode(token))
    except (binascii.Error, ValueError) as error:
        raise BadBookmarkError from error
    if not isinstance(values, list) or len(values) > MOST or not all(isinstance(each, str) for each in values):
        raise BadBookmarkError
    return tuple(values)
