"""What a caller may read: part of whatever is kept and shown again to another caller.

Everybody reads what is published. Editors of a college also read its drafts (graph/model/drafts.py): the rights are the
id of the college, and no answer is shared between callers of different rights.
"""

from typing import NewType

from graph.upkeep.editors import Editor

Rights = NewType("Rights", str)

EVERYBODY = Rights("")


def rights_of(editor: Editor | None) -> Rights:
    """Give the rights to read of an editor; None: of a caller without a token."""
    return Rights(editor.college) if editor and editor.college else EVERYBODY
