"""From a teaching standard as it was read to what is written of it: courses, occupations, certificates and rules."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.import_errors import ImportAnswerError, StandardExistsError
from interchange.standard_imports.import_questions import ImportAnswers, ImportQuestion
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile, stated
from interchange.standard_imports.named_certificates import KnownCertificates
from interchange.standard_imports.named_majors import KnownMajors
from interchange.standard_imports.named_occupations import KnownOccupations
from interchange.standard_imports.settled_problems import settle_problems
from interchange.standard_imports.versions_there import name_of
from interchange.standards.teaching.teaching_standard import (
    CodedName,
    StatedRule,
    TeachingCourse,
    TeachingStandardReading,
)
from seeds.transform.teaching.whole_standard import RULE_ITEMS, threshold

_YEAR = re.compile(r"(?:19|20)\d\d")
_MAJOR_CODE = re.compile(r"\d{6}[A-Z]{0,2}")
# The year whose standards `Major.standardState` speaks of.
STATE_YEAR = 2025


class TeachingImport:
    """Makes the draft of one standard. Asks the graph, writes nothing."""

    def __init__(self, reading: TeachingStandardReading, file: ImportedFile, answers: ImportAnswers) -> None:
        self._reading = reading
        self._answers = answers
        self._file = file
        year = self._ask("year", "the document states no year of publication; which is it?", "未写明发布年份", _YEAR)
        self._year = int(year or 0)
        self._code = reading.major.code or self._ask(
            "code", "the document states no code of its major; which is it?", "未写明专业代码", _MAJOR_CODE
        )
        self._id = f"TeachingStandard:{self._year}:{self._code}"
        self._facts = ImportedFacts(file, reading.title, "", str(self._year or ""))

    def _ask(self, name: str, en: str, zh: str, form: re.Pattern[str]) -> str:
        asked = ImportQuestion(name, self._reading.title, en, zh)
        answer = self._answers.take(asked)
        if answer and not form.fullmatch(answer):
            raise ImportAnswerError.unfit(asked, answer)
        return answer or ""

    async def draft(self, run: Run) -> ImportDraft:
        """Make it; questions are left open in the answers. Raises: StandardExistsError, ImportProblemsError."""
        reading = self._reading
        settle_problems(reading.problems, self._answers)
        known, courses = await self._known(run)
        self._add_standard(known)
        self._add_courses(courses)
        self._add_rules(reading.rules)
        major = (await KnownMajors.read(run)).named(
            self._code, reading.major.name, "major", self._answers, none_says=_none_says
        )
        if major:
            self._facts.link("STANDARD_OF", self._id, major)
            if self._year == STATE_YEAR:
                self._facts.amend("Major", major, {"standardState": "READ"})
        certificates = await KnownCertificates.read(run)
        for certificate in filter(None, map(certificates.called, reading.certificates)):
            self._facts.link("NAMES_CERTIFICATE", self._id, certificate.id)
        occupations = await KnownOccupations.read(run)
        for number, each in enumerate(reading.occupations, start=1):
            if found := occupations.named(each, f"occupation-{number}", self._answers):
                self._facts.link(found.link, self._id, found.id)
        before = stated("TeachingStandard", known)
        others = await self._others(run)
        return ImportDraft("TeachingStandard", self._id, self._facts, before, self._after(), others)

    async def _known(self, run: Run) -> tuple[dict[str, Any] | None, dict[str, dict[str, Any]]]:
        """Give the values of the standard and of its courses by name, where the graph has only their names.

        Raises: StandardExistsError where it has more, or other courses.
        """
        text = (
            "MATCH (s:TeachingStandard {id: $id}) OPTIONAL MATCH (s)-[:HAS_COURSE]->(c:Course) "
            "RETURN properties(s), properties(c)"
        )
        rows = await run(Statement(text, {"id": self._id}))
        if not rows:
            return None, {}
        courses = {fold(values["name"]): values for _, values in rows if values}
        differences = [*_differences({fold(each.name): each.name for each in self._reading.courses}, courses)]
        if differences or all(values.get("module") for values in courses.values()):
            raise StandardExistsError(self._id, name_of("TeachingStandard", rows[0][0]), differences)
        return rows[0][0], courses

    async def _others(self, run: Run) -> tuple[str, ...]:
        text = "MATCH (s:TeachingStandard) WHERE s.majorCode = $code AND s.id <> $id RETURN s.id ORDER BY s.id"
        return tuple(row[0] for row in await run(Statement(text, {"code": self._code, "id": self._id})))

    def _after(self) -> dict[str, Any]:
        digests = {"file": self._file.sha256, "report": self._file.report_sha256}
        own = {"year": self._year, "majorCode": self._code, "corrections": list(self._file.corrections)}
        return {**own, **digests, "rows": self._facts.counts()}

    def _add_standard(self, known: Mapping[str, Any] | None) -> None:
        reading = self._reading
        values = {
            "year": self._year,
            "majorCode": self._code,
            "name": reading.major.name,
            "duration": reading.years or None,
            "entry": reading.entry or None,
            "industries": [_with_code(each) for each in reading.industries],
            "positions": list(reading.positions),
            "certificatesNamed": list(reading.certificates),
            "courseCount": len(reading.courses),
        }
        read = {name: value for name, value in values.items() if value not in (None, [])}
        before = known or {"documentFile": self._file.name}
        self._facts.node("TeachingStandard", {**before, **read, **self._facts.rests_on(before)})

    def _add_courses(self, known: Mapping[str, Mapping[str, Any]]) -> None:
        places: Counter[str] = Counter()
        for sequence, each in enumerate(self._reading.courses, start=1):
            places[each.module] += 1
            before = known.get(fold(each.name), {})
            course = self._facts.node(
                "Course",
                {
                    "standardYear": self._year,
                    "majorCode": self._code,
                    "sequence": sequence,
                    "name": each.name,
                    **before,
                    **_course_values(each, places[each.module]),
                    **self._facts.rests_on(before),
                    **({} if each.is_printed else {"basis": "EDITORIAL"}),
                },
            )
            self._facts.link("HAS_COURSE", self._id, course)

    def _add_rules(self, rules: Sequence[StatedRule]) -> None:
        if not rules:
            return
        code = f"TEACHING_STANDARD_{self._year}_{self._code}"
        named = {"code": code, "name": f"{self._reading.title}的规定", "scope": "NATIONAL"}
        rule_set = self._facts.node("RuleSet", named)
        self._facts.link("RULES_OF_STANDARD", rule_set, self._id)
        major = _with_code(self._reading.major)
        for number, each in enumerate(rules, start=1):
            values = {"ruleSetCode": code, "code": f"{number:02}", "appliesTo": major, **_rule_values(each)}
            self._facts.link("HAS_RULE", rule_set, self._facts.node("Rule", values))


def _none_says(_: object) -> tuple[str, str]:
    return ". none: the standard belongs to no major of the graph", "。都不是：该标准不归入图中任何专业"


def _differences(named: Mapping[str, str], known: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for each in sorted(named.keys() - known.keys()):
        yield f"{named[each]} is in the document alone", f"{named[each]} 仅见于文档"
    for each in sorted(known.keys() - named.keys()):
        which = f"{known[each]['id']} {known[each]['name']}"
        yield f"{which} is in the graph alone", f"{which} 仅见于图中"


def _course_values(each: TeachingCourse, place: int) -> dict[str, Any]:
    return {
        "module": each.module,
        "moduleBasis": f"printed in the standard, course {place} of its module",
        "typicalTasks": each.tasks or None,
        "content": each.content or None,
    }


def _rule_values(each: StatedRule) -> dict[str, Any]:
    kind, item, operator, unit = RULE_ITEMS[each.item]
    text = re.sub(r"[~～—–]+", "-", each.value)
    values = {"kind": kind, "item": item, "operator": operator, "unit": unit, "valueText": text, "note": each.clause}
    return {**values, **threshold(text, operator), "force": each.force}


def _with_code(each: CodedName) -> str:
    return f"{each.name}（{each.code}）" if each.code else each.name
