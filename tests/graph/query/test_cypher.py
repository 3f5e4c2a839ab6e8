"""The pieces of Cypher that take braces."""

import pytest

from graph.query.cypher import collect, count, exists, node_pattern


@pytest.mark.parametrize(("write", "word"), [(collect, "COLLECT"), (count, "COUNT"), (exists, "EXISTS")])
def test_clauses_stand_in_single_braces_in_their_order(write, word):
    assert write("MATCH (n:Course)", "RETURN n.id") == f"{word} {{ MATCH (n:Course) RETURN n.id }}"


def test_empty_clauses_are_left_out():
    assert collect("MATCH (n:Course)", "", "RETURN n.id", "") == "COLLECT { MATCH (n:Course) RETURN n.id }"


def test_blocks_nest():
    text = collect(
        "MATCH",
        node_pattern("s:TeachingStandard", id="$subject"),
        "WHERE",
        exists("MATCH (s)-->(:Course)"),
        "RETURN s.id",
    )
    assert text == (
        "COLLECT { MATCH (s:TeachingStandard {id: $subject}) WHERE EXISTS { MATCH (s)-->(:Course) } RETURN s.id }"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (node_pattern("m:Major", id="$major"), "(m:Major {id: $major})"),
        (node_pattern(":Major", id="$major"), "(:Major {id: $major})"),
        (node_pattern("k:Course", name="c.name", level="$level"), "(k:Course {name: c.name, level: $level})"),
    ],
)
def test_a_node_holds_its_properties_in_their_order(text, expected):
    assert text == expected
