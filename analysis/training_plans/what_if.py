"""What edits change for a plan: verdicts, what its lines cover of a certificate, and what could cover more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.coverage import Alignment, CoverRule, Evidence, Review, gather
from analysis.training_plans.compliance.course_names import with_present_name
from analysis.training_plans.compliance.finding import RuleVerdict
from analysis.training_plans.compliance.plan_rule import PlanRule
from analysis.training_plans.course_outcomes import OUTCOMES, outcomes_of_lines
from analysis.training_plans.plan_edits import PlanTree

_NO_EVIDENCE = Evidence()


class VerdictChange(NamedTuple):
    """The verdicts on one rule before and after; null: its set does not bind the plan then."""

    rule: PlanRule
    before: RuleVerdict | None
    after: RuleVerdict | None

    @property
    def is_changed(self) -> bool:
        """Whether the verdict or a figure of it is another."""
        return _said(self.before) != _said(self.after)


def _said(verdict: RuleVerdict | None) -> tuple[Any, ...] | None:
    """Give what does not depend on where lines stand."""
    if verdict is None:
        return None
    kinds = tuple(each.kind for each in verdict.undecided)
    return verdict.verdict, verdict.reason, verdict.measured, verdict.part, verdict.whole, kinds


def verdict_changes(before: Iterable[RuleVerdict], after: Iterable[RuleVerdict]) -> list[VerdictChange]:
    """Put the verdicts on the same rule together, in the order of sets and rules."""
    sides = [{(each.rule.rule_set, each.rule.code): each for each in side} for side in (before, after)]
    changes = []
    for key in sorted({*sides[0], *sides[1]}):
        one, other = (side.get(key) for side in sides)
        known = one or other
        if known is not None:
            changes.append(VerdictChange(known.rule, one, other))
    return changes


class Direction(NamedTuple):
    """An option of a choice: a student of it takes no line of the other options. A line without option is its own."""

    group: str
    option: str


def options_of(tree: PlanTree, group: str) -> list[str]:
    """Give the options of a choice that lines belong to."""
    return list(dict.fromkeys(_option(key, each) for key, each in tree.lines.items() if each.get("group") == group))


def _option(key: str, line: Mapping[str, Any]) -> str:
    return str(line.get("option") or key)


def lines_taken(tree: PlanTree, direction: Direction | None) -> dict[str, str]:
    """Give the names of the lines by id, in one direction if one is named."""
    return {
        key: str(each["name"])
        for key, each in tree.lines.items()
        if direction is None or each.get("group") != direction.group or _option(key, each) == direction.option
    }


class KnownEvidence(NamedTuple):
    """What is said of lines of the plan as it is stored, and of its review as a whole.

    ``tag`` of an alignment is the outcome that it speaks of, if it does not speak of the line itself.
    """

    alignments: Sequence[Alignment]
    reviews: Sequence[Review]


def evidence_after(known: KnownEvidence, before: PlanTree, after: PlanTree) -> KnownEvidence:
    """Give what is still said once outcomes are edited: nothing of one that is gone or has other words.

    Where courses are to achieve what they were not, a review did not look for it. Nor did who found that such a course
    does not teach a requirement.
    """
    old, new = (outcomes_of_lines(each.lines) for each in (before, after))
    gone = {key for key, each in old.items() if key not in new or new[key]["text"] != each["text"]}
    added = {line for line, _ in _achieved(after) - _achieved(before)}
    said = [each for each in known.alignments if each.tag not in gone]
    return KnownEvidence(
        [each for each in said if each.kind != "NO_MATCH" or each.course not in added],
        () if added else known.reviews,
    )


def _achieved(tree: PlanTree) -> set[tuple[str, str]]:
    return {(key, str(each["text"])) for key, line in tree.lines.items() for each in line.get(OUTCOMES) or ()}


class RequirementCover(NamedTuple):
    """The state of a requirement, and on what it rests."""

    state: str
    evidence: Evidence


def requirement_covers(
    requirements: Sequence[str], known: KnownEvidence, rule: CoverRule, lines: Collection[str], stored: Collection[str]
) -> dict[str, RequirementCover]:
    """Give the state of each requirement for these lines of a plan.

    A review looked through the lines that are stored: where there are others, what it did not find may be in them.
    """
    own = [each for each in known.alignments if each.course in lines]
    is_reviewed = set(lines) <= set(stored)
    evidence = gather(own, known.reviews if is_reviewed else (), rule)
    groups = {each.holder: lines for each in known.reviews} or {"": lines}
    found = {each: evidence.get(each, _NO_EVIDENCE) for each in requirements}
    return {key: RequirementCover(each.state(groups), each) for key, each in found.items()}


class StandardAlignment(NamedTuple):
    """What is said of a course of the teaching standard."""

    alignment: Alignment
    name: str


class SuggestedAlignment(NamedTuple):
    """An alignment of the standard's course of the same name, offered for a line: no one has said it of the line."""

    line: str
    alignment: Alignment


def suggested_alignments(
    lines: Mapping[str, str],
    known: KnownEvidence,
    standard: Iterable[StandardAlignment],
    rule: CoverRule,
    names: Mapping[str, str],
) -> Iterator[SuggestedAlignment]:
    """Offer accepted alignments of courses of the same name, where nothing is said of the line and the requirement."""
    said = {(each.course, each.requirement) for each in known.alignments}
    by_name: dict[str, list[str]] = {}
    for key, name in lines.items():
        by_name.setdefault(with_present_name(name, names), []).append(key)
    for each in standard:
        if each.alignment.status == "ACCEPTED" and rule.covers(each.alignment):
            for line in by_name.get(with_present_name(each.name, names), ()):
                if (line, each.alignment.requirement) not in said:
                    yield SuggestedAlignment(line, each.alignment)
