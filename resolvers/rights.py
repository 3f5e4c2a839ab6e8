"""What a caller may read: part of whatever is kept and shown again to another caller.

Today everybody reads the same; editors' tokens open mutations only. A role that reads more or less than others gets its
own value here, and no answer is then shared with it.
"""

from typing import NewType

Rights = NewType("Rights", str)

EVERYBODY = Rights("everybody")


def rights_of(token: str | None) -> Rights:  # noqa: ARG001  # what will tell roles apart
    """Give the rights to read of who sends this token, or none."""
    return EVERYBODY
