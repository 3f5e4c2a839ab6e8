"""Evidence for a requirement: which suggestions count as such."""

import pytest

from analysis.coverage import UNKNOWN, Rule, Said, Tally, gather

RULE = Rule({"MAJOR"}, {"ASSESSES"}, 0.5)


def suggestion(kind: str = "MAJOR", role: str | None = "ASSESSES", strength: float = 0.5) -> Said:
    return Said("requirement", "course", "SUGGESTED", kind, role, strength)


def suggested(said: Said) -> int:
    tally = Tally()
    tally.add(UNKNOWN, gather([said], [], RULE)["requirement"])
    return tally.suggested


def test_a_suggestion_that_would_cover_if_it_were_accepted_counts_as_one():
    assert suggested(suggestion()) == 1


@pytest.mark.parametrize(
    "other",
    [suggestion(role="TEACHES"), suggestion(strength=0.4), suggestion(kind="RELATED"), suggestion("NO_MATCH", None, 0)],
)
def test_a_suggestion_that_would_not_cover_is_none(other):
    assert suggested(other) == 0
