"""A token on a request that only reads: looked up once in a while, and refused when no editor has it."""

import pytest

from graph.errors import UnauthenticatedError
from graph.upkeep.editors import digest
from server.api import known_tokens
from server.api.known_tokens import KNOWN_FOR_S, KnownTokens
from tests.waiting import Clock


class Editors:
    """A graph that has one editor, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def read(self, statement, **_):
        self.asked.append(statement.params["editor"])
        return [["王老师", "designer"]] if statement.params["editor"] == digest("right") else []


async def test_a_right_token_is_looked_up_again_after_a_while(monkeypatch):
    clock, graph = Clock(), Editors()
    monkeypatch.setattr(known_tokens, "time", clock)
    tokens = KnownTokens(graph)
    for passed in (0.0, 1.0, KNOWN_FOR_S - 1, 1.0, 1.0):
        clock.advance(passed)
        await tokens.require("right")

    assert graph.asked == [digest("right")] * 2


@pytest.mark.parametrize("token", ["wrong", ""])
async def test_a_wrong_token_is_refused_each_time(token):
    tokens = KnownTokens(Editors())
    for _ in range(2):
        with pytest.raises(UnauthenticatedError, match="No editor has this bearer token"):
            await tokens.require(token)
