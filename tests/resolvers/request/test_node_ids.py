"""Which node type an id of a request names."""

import pytest

from graph.errors import BadArgumentError, BadIdError
from resolvers.request.node_ids import type_among, type_of_id
from resolvers.request.variables import Slot


@pytest.mark.parametrize("given", ["Major:2021:510203", Slot(("id",), "Major")], ids=["written", "variable"])
def test_an_id_names_its_type(given):
    assert type_of_id(given) == type_among("from", given, ("Course", "Major")) == "Major"


@pytest.mark.parametrize(
    ("given", "shown"),
    [("510203", "510203"), ("", ""), ("Nothing:1", "Nothing:1"), (Slot(("id",), "x"), "x"), (Slot(("id",)), "None")],
)
def test_what_is_no_id_is_refused_and_shown(given, shown):
    with pytest.raises(BadIdError) as error:
        type_among("from", given, ("Major",))

    assert error.value.en.startswith(repr(shown))


def test_an_id_of_another_type_is_refused_with_the_types_that_are_taken():
    with pytest.raises(BadArgumentError) as error:
        type_among("target", "Major:2021:510203", ("Course", "PlanCourse"))

    assert (
        error.value.en == "Argument `target`: this is an id of a Major; it takes an id of one of: Course, PlanCourse."
    )
    assert error.value.zh.endswith("所给为 Major 的 id；须为以下类型之一的 id：Course、PlanCourse。")
