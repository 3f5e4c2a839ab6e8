"""Whose token it is, by the API."""

import pytest

from tests.server.imports.importing import Importing, importing, load_small

QUERY = "{ currentEditor { name role college } }"


@pytest.fixture
async def office(engine_address, database, tmp_path):
    tokens = await load_small(database, tmp_path)
    async with importing(engine_address, database, tmp_path) as made:
        made.tokens.update(tokens | {"nobody": "no-such-token"})
        yield made


async def test_each_editor_learns_their_name_and_role(office: Importing):
    answers = [await office.post(who, QUERY) for who in ("dora", "rui")]

    assert [each["data"]["currentEditor"] for each in answers] == [
        {"name": "dora", "role": "DESIGNER", "college": None},
        {"name": "rui", "role": "REVIEWER", "college": None},
    ]


@pytest.mark.parametrize("who", [None, "nobody"])
async def test_without_a_token_of_an_editor_there_is_none(office: Importing, who: str | None):
    answer = await office.post(who, QUERY)

    assert [each["extensions"]["code"] for each in answer["errors"]] == ["UNAUTHENTICATED"]
