"""The judged pairs of bench/evaluation, with what the seeds hold of their courses and requirements."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.suggestions.ranking import RequirementTexts
from analysis.suggestions.words import words
from graph.model.alignments import is_covering

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "bench" / "evaluation" / "pairs.csv"
SECOND_READING = PAIRS.with_name("second_reading.csv")
SEEDS = ROOT / "seeds" / "data"
Tokens = Callable[[str], list[str]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Pair:
    """A judged pair: is at least a part of the requirement carried by a course of this name?"""

    name: str
    wanted: RequirementTexts
    is_match: bool
    # How it was drawn: bench/evaluation/README.md.
    drawn: str
    # Of the certificate with a whole standard; else a topic of a partial outline.
    is_of_standard: bool
    module: str | None
    level: str

    @property
    def is_trap(self) -> bool:
        """Whether both sides have a word with different meanings, or the pair is a counterpart of such a one."""
        return self.drawn == "TRAP"


def requirements() -> dict[str, tuple[RequirementTexts, str]]:
    """Give every requirement and outline topic of the seeds as it is compared, with its level, by id."""
    nodes = SEEDS / "certificates" / "nodes"
    tasks = {(each["level"], each["code"]): each["name"] for each in rows(nodes / "WorkTask.csv")}
    areas = {(each["level"], each["code"]): each["name"] for each in rows(nodes / "WorkArea.csv")}
    found = {}
    for each in rows(nodes / "SkillRequirement.csv"):
        level, (area, task, _) = each["level"], each["code"].split(".")
        wanted = RequirementTexts(each["text"], tasks[level, f"{area}.{task}"], areas[level, area])
        found[each["id"]] = (wanted, level)
    for each in rows(nodes / "OutlineTopic.csv"):
        text, module = (each["topic"], each["module"]) if each["topic"] else (each["module"], "")
        found[each["id"]] = (RequirementTexts(text, module), each["level"])
    return found


def courses() -> dict[str, dict[str, str]]:
    return {each["id"]: each for each in rows(SEEDS / "teaching" / "nodes" / "Course.csv")}


def pairs() -> list[Pair]:
    """Read the pairs that were decided; a pair judged UNSURE tells nothing."""
    known, by_id = requirements(), courses()
    found = []
    for each in rows(PAIRS):
        if each["label"] == "UNSURE":
            continue
        wanted, level = known[each["requirement"]]
        module = by_id[each["course"]]["module"] or None
        is_standard, is_match = each["requirement"].startswith("SkillRequirement"), each["label"] == "MATCH"
        found.append(Pair(each["courseName"], wanted, is_match, each["drawn"], is_standard, module, level))
    return found


def second_reading() -> list[tuple[Pair, str | None]]:
    """Read the pairs of 510203 that a second reader spoke of, each with the label of the first reader where it has one."""
    known, first = requirements(), {(each["course"], each["requirement"]): each["label"] for each in rows(PAIRS)}
    found = []
    for each in rows(SECOND_READING):
        wanted, level = known[each["requirement"]]
        pair = Pair(
            each["courseName"],
            wanted,
            each["label"] == "MATCH",
            "REVIEW",
            is_of_standard=True,
            module=None,
            level=level,
        )
        found.append((pair, first.get((each["course"], each["requirement"]))))
    return found


def programme(major: str) -> list[Pair]:
    """Pair all courses of a programme with all requirements of 510084; a match is an accepted covering alignment."""
    known, covers = requirements(), seeded_covers()
    return [
        Pair(
            course["name"],
            wanted,
            (course["id"], key) in covers,
            "ALL",
            is_of_standard=True,
            module=course["module"] or None,
            level=level,
        )
        for course in courses().values()
        if course["majorCode"] == major
        for key, (wanted, level) in known.items()
        if key.startswith("SkillRequirement")
    ]


def seeded_covers() -> set[tuple[str, str]]:
    """Give course and requirement of every accepted covering alignment of the seeds."""
    alignments = SEEDS / "alignments"
    course, target = (
        {each["start"]: each["end"] for each in rows(alignments / "links" / f"{name}.csv")}
        for name in ("ALIGNS", "ALIGNED_TO")
    )
    return {
        (course[each["id"]], target[each["id"]])
        for each in rows(alignments / "nodes" / "Alignment.csv")
        if is_covering(each["kind"], each["role"] or None, each["status"])
    }


def counted(tokens: Tokens = words) -> tuple[int, Counter[str]]:
    """Count in how many names of national courses each word stands."""
    names = [each["name"] for each in courses().values()]
    return len(names), Counter(word for name in names for word in set(tokens(name)))


def length(wanted: RequirementTexts, tokens: Tokens) -> int:
    return sum(len(tokens(part)) for part in wanted.parts)
