"""A draft of a training plan from the teaching standard of its major, and the courses and figures that rules demand.

Nothing is made up: what neither a standard nor a rule states is left out, and named as missing.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from analysis.training_plans.compliance.compliance import day_of_entry, judge, rules_in_force, sets_for
from analysis.training_plans.compliance.course_names import fold, is_named, name_to_use, names_in_use
from analysis.training_plans.compliance.finding import RuleVerdict
from analysis.training_plans.compliance.plan_facts import PlanFacts, facts_of_reading
from analysis.training_plans.compliance.plan_rule import Bound, DatedName, PlanRule, PlanRuleSet
from analysis.training_plans.derived_values import line_after
from analysis.training_plans.plan_edits import PlanTree, records_of_tree
from analysis.training_plans.plan_records import PlanRecords, PlanValues, plan_of

# The value of a line that a rule bounds, by what it measures.
_FIGURES = {"HOURS": "hours", "CREDITS": "credits", "HOURS_OR_WEEKS": "hours", "WEEKS": "durationWeeks"}
_WITH_DECIMALS = frozenset({"credits", "durationWeeks"})
_DURATION = re.compile(r"([一二三四五六1-6])年制?")
_NUMERALS = "一二三四五六"
_MODULES = ("COMMON", "FOUNDATION", "CORE", "EXTENSION_OR_CORE", "EXTENSION", "PRACTICE")


class StandardCourse(NamedTuple):
    """A course of a teaching standard."""

    id: str
    name: str
    module: str | None


class DraftLine(NamedTuple):
    """A line of the draft: its values by the names of the graph, and the course or the rules that demand it.

    ``least`` are the values for which a rule states only a lower bound: the college may give more.
    """

    values: PlanValues
    course: str | None = None
    rules: tuple[PlanRule, ...] = ()
    least: tuple[str, ...] = ()


class DraftGap(NamedTuple):
    """What the draft leaves open: its kind, the names of the lines, and the ids of the rules that it would decide."""

    kind: str
    lines: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class PlanDraft(NamedTuple):
    """A draft with its verdicts and gaps; ``tree`` has the lines under keys that are no ids."""

    tree: PlanTree
    lines: tuple[DraftLine, ...]
    day: dt.date | None
    verdicts: tuple[RuleVerdict, ...]
    gaps: tuple[DraftGap, ...]


def years_of(duration: str | None) -> int | None:
    """Give the years of study where a standard states them as one number."""
    match = _DURATION.fullmatch((duration or "").strip())
    return (_NUMERALS.find(match[1]) + 1 or int(match[1])) if match else None


def draft_plan(
    plan: PlanValues, courses: Iterable[StandardCourse], sets: Sequence[PlanRuleSet], targets: Sequence[PlanValues]
) -> PlanDraft:
    """Draft a plan; ``plan`` are the values of its head."""
    empty = PlanTree(plan, {}, {}, {f"t{number}": each for number, each in enumerate(targets)})
    head = _facts(empty)
    binding, day = sets_for(head, sets), day_of_entry(head)
    as_of = day or dt.date.max
    demanding = [each for each in rules_in_force(head, binding, as_of) if each.force == "MUST"]
    own = tuple(_standard_lines(courses))
    lines = (*_demanded_lines(demanding, as_of.year), *own)
    tree = empty._replace(lines={f"l{number}": line_after({}, each.values) for number, each in enumerate(lines)})
    facts = _facts(tree)
    verdicts = tuple(judge(facts, binding, as_of, are_named=False))
    unread = () if own else (DraftGap("TEACHING_STANDARD"),)
    return PlanDraft(tree, lines, day, verdicts, (*unread, *_gaps(tree, facts, verdicts)))


def _facts(tree: PlanTree) -> PlanFacts:
    return facts_of_reading(plan_of(records_of_tree(tree, PlanRecords(tree.plan, ()))))


# ---- lines


def _standard_lines(courses: Iterable[StandardCourse]) -> Iterator[DraftLine]:
    """Give the courses of a standard, module by module where they are known."""
    places = {module: place for place, module in enumerate(_MODULES)}
    for each in sorted(courses, key=lambda course: places.get(course.module or "", len(places))):
        values = {"name": each.name, **({"module": each.module} if each.module else {})}
        yield DraftLine(values, each.id)


class _Demand(NamedTuple):
    """A course that a rule demands: the names under which it may stand, and the one to write."""

    rule: PlanRule
    names: tuple[str, ...]
    name: str


def _demanded_lines(rules: Iterable[PlanRule], year: int) -> list[DraftLine]:
    """Give a line for each course that rules demand, with all that they state of it."""
    lines: list[DraftLine] = []
    for demand in (each for rule in rules for each in _demands(rule, year)):
        found = next((at for at, each in enumerate(lines) if _is_line_of(demand, each)), None)
        if found is None:
            lines.append(_with_rule(DraftLine({"name": demand.name}), demand.rule))
        else:
            lines[found] = _with_rule(lines[found], demand.rule)
    return lines


def _is_line_of(demand: _Demand, line: DraftLine) -> bool:
    return is_named(fold(line.values["name"]), demand.names, demand.rule)


def _demands(rule: PlanRule, year: int) -> Iterator[_Demand]:
    """Give the courses without which a rule is broken: each that must be offered, or one whose figure has a bound."""
    if rule.measure == "COURSES_OFFERED":
        for course in rule.courses:
            if names := names_in_use(course, year):
                yield _Demand(rule, names, _present_name(course, year))
    elif rule.courses and (rule.measure == "COURSE_OFFERED" or (rule.measure in _FIGURES and rule.least)):
        names = tuple(name for course in rule.courses for name in names_in_use(course, year))
        if names:
            yield _Demand(rule, names, _name_of(rule, names, year))


def _name_of(rule: PlanRule, names: Sequence[str], year: int) -> str:
    """Give what a document calls the course, where it asks for any of several; else the first name in use."""
    if rule.measure == "COURSE_OFFERED" and is_named(fold(rule.item), names, rule):
        return rule.item
    return next(_present_name(each, year) for each in rule.courses if names_in_use(each, year))


def _present_name(course: Sequence[DatedName], year: int) -> str:
    return name_to_use(course, year) or course[0].text


def _with_rule(line: DraftLine, rule: PlanRule) -> DraftLine:
    """Give the line with what a rule states: its module and nature where there is no choice, and the least figure."""
    values = dict(line.values)
    for name, codes in (("module", rule.modules), ("courseNature", rule.natures)):
        if len(codes) == 1:
            values.setdefault(name, *codes)
    least = set(line.least)
    for name, bound in _bounds_of(rule):
        value = _figure(name, bound)
        if value > values.get(name, 0):
            values[name] = value
            least = least - {name} if bound == rule.most else least | {name}
    return DraftLine(values, line.course, (*line.rules, rule), tuple(sorted(least)))


def _bounds_of(rule: PlanRule) -> Iterator[tuple[str, Bound]]:
    name = _FIGURES.get(rule.measure or "")
    if name and rule.least:
        yield name, rule.least
    if name and rule.hours_least:
        yield "hours", rule.hours_least


def _figure(name: str, bound: Bound) -> float | int:
    exact = Fraction(*bound)
    return float(exact) if name in _WITH_DECIMALS else -(-exact.numerator // exact.denominator)


# ---- what is missing


_NOT_KEPT = {"FAIL": "RULE_BROKEN", "REMARK": "RULE_REMARKED"}
# The values that a plan states of each line, by the kind of gap.
_VALUES: Mapping[str, tuple[str, ...]] = {
    "MODULE": ("module",),
    "NATURE": ("courseNature",),
    "CREDITS": ("credits",),
    "HOURS": ("hours", "durationWeeks"),
    "PRACTICE": ("practiceHours", "durationWeeks"),
    "SEMESTERS": ("terms",),
    "ASSESSMENT": ("assessment",),
}


def _gaps(tree: PlanTree, facts: PlanFacts, verdicts: Sequence[RuleVerdict]) -> Iterator[DraftGap]:
    """Name what neither standard nor rule states, and what would decide each rule that is open."""
    lines: dict[str, dict[str, None]] = {kind: {} for kind in _VALUES}
    rules: dict[str, dict[str, None]] = {}
    for kind, line in _open_values(tree.lines.values()):
        lines[kind][line] = None
    for verdict in verdicts:
        for kind, numbers in _open_points(verdict):
            of_kind = lines.setdefault(kind, {})
            of_kind |= {facts.lines[number - 1].name: None for number in numbers}
            rules.setdefault(kind, {})[f"Rule:{verdict.rule.rule_set}:{verdict.rule.code}"] = None
    lines["EXAMINATION_SEMESTER"] = {each["name"]: None for each in tree.targets.values() if not each.get("semesters")}
    for kind, names in lines.items():
        if names or kind in rules:
            yield DraftGap(kind, tuple(names), tuple(rules.get(kind, ())))


def _open_values(lines: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for kind, names in _VALUES.items():
            if not any(line.get(each) not in (None, []) for each in names):
                yield kind, line["name"]


def _open_points(verdict: RuleVerdict) -> Iterator[tuple[str, tuple[int, ...]]]:
    if verdict.verdict in _NOT_KEPT:
        yield _NOT_KEPT[verdict.verdict], verdict.outside or verdict.lines
    for each in verdict.undecided:
        yield each.kind, each.numbers
