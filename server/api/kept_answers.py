"""Finished answers, kept within a number of bytes: each as JSON and in every coding it was sent in."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

import orjson

from graph.connection.revision_watch import Mark
from resolvers.request.recent_values import RecentValues
from resolvers.rights import Rights
from server.http.encodings import Coding, coding_for, encoded
from server.http.response import VARY, Caller, Reply, content_headers

# What an entry takes besides its bodies: its key, its headers, the objects around them.
ENTRY_BYTES = 2_048

# Each is some objects, through which the collector looks again and again.
MOST = 4_096

# Kept by the client alone, and only to be asked for again: rights may change, and so may the graph.
ASK_AGAIN = (b"cache-control", b"private, no-cache")


class AnswerKey(NamedTuple):
    """What an answer depends on besides the graph: the operation with its coerced variables, and the right to read.

    ``is_timeless``: on the graph it does not depend at all, as the answer to introspection.
    """

    operation: bytes
    rights: Rights
    is_timeless: bool = False


class Kept:
    """A finished answer without errors, and the revision it is at least as new as."""

    __slots__ = ("_bodies", "_digest", "_forms", "body", "key", "mark")

    def __init__(self, key: AnswerKey, mark: Mark, data: Mapping[str, object] | None) -> None:
        self.key = key
        self.mark = mark
        self.body = body = orjson.dumps({"data": data})
        self._digest = hashlib.blake2b(body, digest_size=15).hexdigest()
        self._bodies = {Coding.IDENTITY: body}
        self._forms: dict[tuple[str, Coding], Reply] = {}

    @property
    def data(self) -> orjson.Fragment:
        """Give the data as part of another body."""
        return orjson.Fragment(self.body[len(b'{"data":') : -1])

    @property
    def size(self) -> int:
        """Give the bytes it takes."""
        return ENTRY_BYTES + sum(map(len, self._bodies.values()))

    def reply(self, caller: Caller) -> Reply | None:
        """Give the reply in the form that fits a caller, if it was made before."""
        return self._forms.get((caller.media_type, self._coding(caller)))

    async def make_reply(self, caller: Caller) -> Reply:
        """Make the reply in the form that fits a caller; its coded body is made once for all who want it."""
        coding = self._coding(caller)
        if coding not in self._bodies:
            self._bodies[coding] = await encoded(self.body, coding)
        body = self._bodies[coding]
        validators = [(b"etag", self.tag(caller)), ASK_AGAIN]
        made = Reply(200, [*content_headers(caller.media_type, coding, body), *validators], body)
        self._forms[caller.media_type, coding] = made
        return made

    def _coding(self, caller: Caller) -> Coding:
        return coding_for(caller.accept_encoding, len(self.body))

    def tag(self, caller: Caller) -> bytes:
        """Give the entity tag of the form that fits a caller: strong, so each media type and coding has its own."""
        kind = caller.media_type.rpartition("/")[2].partition("+")[0]
        return f'"{self._digest}-{kind}-{self._coding(caller)}"'.encode()

    def not_modified(self, caller: Caller) -> Reply | None:
        """Give the reply to a caller who has the form that fits already."""
        if not caller.if_none_match:
            return None
        tag = self.tag(caller)
        known = {each.strip().removeprefix("W/") for each in caller.if_none_match.split(",")}
        if "*" not in known and tag.decode() not in known:
            return None
        return Reply(304, [(b"etag", tag), ASK_AGAIN, VARY], b"")


class KeptAnswers:
    """Answers by key within a number of bytes, the least recently used forgotten first."""

    def __init__(self, largest_bytes: int) -> None:
        self._recent = RecentValues[AnswerKey, Kept](largest_bytes, MOST)

    def __contains__(self, key: AnswerKey) -> bool:
        return key in self._recent

    def __len__(self) -> int:
        return len(self._recent)

    @property
    def size(self) -> int:
        """Give the bytes that all answers take."""
        return self._recent.size

    def get(self, key: AnswerKey, mark: Mark) -> Kept | None:
        """Give the answer that was made at this revision."""
        kept = self._recent.peek(key)
        return self._recent.get(key) if kept is not None and kept.mark == mark else None

    def put(self, kept: Kept) -> None:
        """Keep an answer, unless a newer one is kept already."""
        before = self._recent.peek(kept.key)
        if before is None or before.mark <= kept.mark:
            self._recent.put(kept.key, kept, kept.size)

    def count(self, kept: Kept) -> None:
        """Count an answer anew that has one more coded body now, if it is still kept."""
        if self._recent.peek(kept.key) is kept:
            self._recent.put(kept.key, kept, kept.size)
