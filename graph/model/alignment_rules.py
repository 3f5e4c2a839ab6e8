"""What the values of an alignment must not say together: one rule for seed files, archives and mutations. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graph.model.alignments import SOURCES_LARGEST, contradiction
from graph.model.core import Text

CONTRADICTION, EARLY, EXACT = "alignment-contradiction", "decided-before-proposed", "alignment-exact"
AUTHORLESS, UNDECIDED = "alignment-author", "alignment-decision"
NEVER, SOURCES = "alignment-never", "alignment-sources"

FAULTS: Mapping[str, Text] = {
    CONTRADICTION: Text(
        "does not go with the kind: NO_MATCH has no role and strength 0, all others have a role and more strength",
        "与种类不符：NO_MATCH 没有作用且强度为 0，其他种类均须有作用且强度大于 0",
    ),
    EARLY: Text(
        "the day of the decision is before the day of the proposal: correct one of them",
        "决定日期早于提出日期：请更正",
    ),
    EXACT: Text(
        "EXACT is accepted by no one but its author: let another person accept it, or choose another kind",
        "EXACT 仅由提出者自己接受：请由另一人接受，或改用其他种类",
    ),
    AUTHORLESS: Text(
        "what is accepted names who proposed it: fill it in, or make it SUGGESTED",
        "已采纳的对接须写明提出人：请填写，或将状态改为 SUGGESTED",
    ),
    UNDECIDED: Text(
        "what is accepted or rejected names who decided on it and when: fill it in, or make it SUGGESTED",
        "已采纳或未采纳的对接须写明决定人与决定日期：请填写，或将状态改为 SUGGESTED",
    ),
    NEVER: Text(
        "not after the first day, that of the decision: it would never count. Give validFrom, or correct one of the days",
        "不晚于生效首日（即决定日期），该对接永不计入：请给出 validFrom，或更正其中一个日期",
    ),
    SOURCES: Text(
        f"at most {SOURCES_LARGEST} sources: keep the nearest", f"来源最多 {SOURCES_LARGEST} 个：请保留最直接的"
    ),
}


class Fault(NamedTuple):
    """What is wrong, a key of ``FAULTS``, and the property that shows it."""

    kind: str
    property: str


def alignment_faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what no editor could have made. What is withdrawn counts for nothing, and is let be."""
    status = values.get("status")
    if status == "WITHDRAWN":
        return
    wrong = contradiction(values.get("kind"), values.get("role"), values.get("strength") or 0)
    if wrong:
        yield Fault(CONTRADICTION, wrong)
    if len(values.get("sourceIds") or ()) > SOURCES_LARGEST:
        yield Fault(SOURCES, "sourceIds")
    if status in ("ACCEPTED", "REJECTED"):
        yield from (Fault(UNDECIDED, each) for each in ("reviewer", "decidedOn") if not values.get(each))
    if status == "ACCEPTED":
        yield from _faults_of_accepted(values)
    proposed, decided = values.get("proposedOn"), values.get("decidedOn")
    if proposed and decided and decided < proposed:
        yield Fault(EARLY, "decidedOn")


def _faults_of_accepted(values: Mapping[str, Any]) -> Iterator[Fault]:
    author, reviewer = values.get("author"), values.get("reviewer")
    if not author:
        yield Fault(AUTHORLESS, "author")
    # Nothing is called equivalent unless another person says so.
    if values.get("kind") == "EXACT" and author and reviewer == author:
        yield Fault(EXACT, "kind")
    if never_counts(values):
        yield Fault(NEVER, "validTo")


def never_counts(values: Mapping[str, Any]) -> bool:
    """Whether an alignment that counts from the day of its decision ends no later than that."""
    decided, end = values.get("decidedOn"), values.get("validTo")
    return bool(decided and end and not values.get("validFrom") and end <= decided)
