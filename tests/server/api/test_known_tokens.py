"""A token on a request that only reads: looked up once in a while, and refused when no editor has it."""

import pytest

from graph.errors import UnauthenticatedError
from graph.upkeep.editors import Editor, Role, digest
from server.api import known_tokens
from server.api.known_tokens import KNOWN_FOR_S, KnownTokens
from tests.waiting import Clock


class Editors:
    """A graph that has an editor without a college and one of a college, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def read(self, statement, **_):
        self.asked.append(statement.params["editor"])
        found = {
            digest("right"): [["王老师", "designer", None]],
            digest("of a college"): [["李老师", "reviewer", "College:甲"]],
        }
        return found.get(statement.params["editor"], [])


async def test_a_right_token_is_looked_up_again_after_a_while(monkeypatch):
    clock, graph = Clock(), Editors()
    monkeypatch.setattr(known_tokens, "time", clock)
    tokens = KnownTokens(graph)
    for passed in (0.0, 1.0, KNOWN_FOR_S - 1, 1.0, 1.0):
        clock.advance(passed)
        assert await tokens.require("right") == Editor("王老师", Role.DESIGNER)

    assert graph.asked == [digest("right")] * 2


async def test_the_token_of_an_editor_who_reads_drafts_is_looked_up_each_time():
    """Once it is revoked it opens no draft."""
    tokens = KnownTokens(graph := Editors())
    for _ in range(3):
        assert await tokens.require("of a college") == Editor("李老师", Role.REVIEWER, "College:甲")

    assert graph.asked == [digest("of a college")] * 3


@pytest.mark.parametrize("token", ["wrong", ""])
async def test_a_wrong_token_is_refused_each_time(token):
    tokens = KnownTokens(Editors())
    for _ in range(2):
        with pytest.raises(UnauthenticatedError, match="No editor has this bearer token"):
            await tokens.require(token)
