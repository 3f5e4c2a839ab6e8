"""A rule on training plans as data: what it measures, its scope, and its bounds without rounding."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_DATED = re.compile(r"(.+?)(?:@(?:(\d{4})|-(\d{4})))?")


class Bound(NamedTuple):
    """A bound as a fraction, so that values compare in integers."""

    numerator: int
    denominator: int = 1


class DatedName(NamedTuple):
    """A name of a course or a heading, and the years in which it is in use."""

    text: str
    first_year: int | None = None
    last_year: int | None = None


class PlanRule(NamedTuple):
    """One rule. Empty modules, natures or courses: all."""

    rule_set: str
    code: str
    item: str
    measure: str | None
    force: str | None
    document: str | None = None
    clause: str | None = None
    formula: str | None = None
    is_band_ours: bool = False
    least: Bound | None = None
    most: Bound | None = None
    weeks_least: Bound | None = None
    weeks_most: Bound | None = None
    hours_least: Bound | None = None
    modules: frozenset[str] = frozenset()
    natures: frozenset[str] = frozenset()
    tolerated_natures: frozenset[str] = frozenset()
    # Each course with its other names.
    courses: tuple[tuple[DatedName, ...], ...] = ()
    except_names: tuple[str, ...] = ()
    joined_names: tuple[str, ...] = ()
    counts_bracketed: bool = False
    # What decides where the plan alone would break the rule.
    decided_by: str | None = None
    kind: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


class PlanRuleSet(NamedTuple):
    """Rules that apply together, to plans of these levels and years."""

    code: str
    name: str
    scope: str
    levels: frozenset[str]
    years: int | None
    rules: tuple[PlanRule, ...]


def plan_rule(values: Mapping[str, Any]) -> PlanRule:
    """Make a rule of the values of its record, by the names of the model."""
    return PlanRule(
        rule_set=values["ruleSetCode"],
        code=values["code"],
        item=values["item"],
        measure=values.get("measure"),
        force=values.get("force"),
        document=values.get("document"),
        clause=values.get("clause"),
        formula=values.get("formula"),
        is_band_ours=bool(values.get("isBandOurs")),
        least=_bound(values.get("measureLeast")),
        most=_bound(values.get("measureMost")),
        weeks_least=_bound(values.get("weeksLeast")),
        weeks_most=_bound(values.get("weeksMost")),
        hours_least=_bound(values.get("hoursLeast")),
        modules=frozenset(values.get("modules") or ()),
        natures=frozenset(values.get("natures") or ()),
        tolerated_natures=frozenset(values.get("toleratedNatures") or ()),
        courses=tuple(_course(each) for each in values.get("names") or ()),
        except_names=tuple(values.get("exceptNames") or ()),
        joined_names=tuple(values.get("joinedNames") or ()),
        counts_bracketed=bool(values.get("countsBracketed")),
        decided_by=values.get("decidedBy"),
        kind=values.get("kind"),
        valid_from=_day(values.get("validFromFrom")),
        valid_to=_day(values.get("validToTo")),
    )


def plan_rule_set(values: Mapping[str, Any], rules: Iterable[PlanRule]) -> PlanRuleSet:
    """Make a set of the values of its record."""
    return PlanRuleSet(
        code=values["code"],
        name=values["name"],
        scope=values["scope"],
        levels=frozenset(values.get("educationLevels") or ()),
        years=values.get("durationYears"),
        rules=tuple(sorted(rules, key=lambda each: each.code)),
    )


def _day(value: object) -> dt.date | None:
    """Read a day as a file or an engine gives it."""
    return dt.date.fromisoformat(str(value)) if value else None


def _bound(text: str | None) -> Bound | None:
    if not text:
        return None
    numerator, _, denominator = text.partition("/")
    return Bound(int(numerator), int(denominator or 1))


def _course(text: str) -> tuple[DatedName, ...]:
    return tuple(_dated(each) for each in text.split("/"))


def _dated(text: str) -> DatedName:
    match = _DATED.fullmatch(text)
    if match is None:
        raise ValueError(f"no name of a course: {text!r}")
    first, last = match[2], match[3]
    return DatedName(match[1], int(first) if first else None, int(last) if last else None)
