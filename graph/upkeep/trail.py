"""What a ``Change`` of the audit trail holds, the same for each that adds one: a mutation, an import, or an undoing."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

import orjson

from graph.model.core import DRAFT_OF


def change_code(editor: str, key: str, place: int = 0) -> str:
    """Make the code of a change from the editor's name, key and the place of its row: another one for each.

    A name with a colon, which an editor may have from earlier days, could end where a key begins, and a key could end
    in a number: these are hashed. A hash holds no colon, and the code of every other change does.
    """
    if place or ":" in editor:
        return hashlib.sha256(orjson.dumps([editor, key, place] if place else [editor, key])).hexdigest()
    return f"{editor}:{key}"


def new_change_code(editor: str) -> str:
    """Make the code of a change whose request has no key, so that it is not known when it comes again."""
    return f"{editor}:{secrets.token_hex(12)}"


def moment_now() -> str:
    """Give the time as the trail has it: UTC, to the microsecond, so that texts are ordered as moments are."""
    return _shown(dt.datetime.now(dt.UTC))


def moment_after(latest: str) -> str:
    """Give the moment just after a change of the trail."""
    return _shown(dt.datetime.fromisoformat(latest) + dt.timedelta(microseconds=1))


def later_moment(latest: str | None) -> str:
    """Give the time, or the moment just after the latest change where the clock was set back since."""
    now = moment_now()
    return moment_after(latest) if latest is not None and latest >= now else now


def change_values(
    code: str,
    editor: str,
    action: str,
    *,
    at: str,
    version: int,
    after: Mapping[str, Any],
    before: Mapping[str, Any] | str | None = None,
    digest: str = "",
    reason: str | None = None,
) -> dict[str, Any]:
    """Give the properties of a change. ``before`` and ``after`` are written as JSON; a text is JSON already.

    The trail of a draft is of its college, as the draft is.
    """
    return {
        "id": f"Change:{code}",
        "code": code,
        "editor": editor,
        "digest": digest,
        "at": at,
        "action": action,
        "reason": reason,
        "version": version,
        "before": before if isinstance(before, str) else as_json(before) if before else None,
        "after": as_json(after),
        DRAFT_OF.name: after.get(DRAFT_OF.name),
    }


def as_json(values: Mapping[str, Any]) -> str:
    """Write values as the trail holds them: the same values give the same text."""
    return orjson.dumps(values, option=orjson.OPT_SORT_KEYS).decode()


def _shown(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
