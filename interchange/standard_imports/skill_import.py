"""From a skill level standard as it was read to what is written of it: the tree, its certificate, majors and jobs."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from graph.query.statement import Run, Statement
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.earlier_answers import MAJOR_ANSWERS, EarlierAnswers, kept_answer
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion, listed_zh
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile
from interchange.standard_imports.known_version import KnownVersion
from interchange.standard_imports.named_certificates import KnownCertificate, KnownCertificates
from interchange.standard_imports.named_majors import KnownMajor, KnownMajors
from interchange.standard_imports.settled_problems import settle_problems
from interchange.standards.skill.skill_standard import LEVELS, Area, LevelTree, SkillStandardReading, SkillText, Task

RANKS = {code: rank for rank, code in enumerate(LEVELS.values(), start=1)}
TITLE_END = "职业技能等级标准"
_CODE = re.compile(r"[0-9A-Z]{6,12}")
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
# The verb with which official wording begins says how deep a requirement goes.
_DEPTHS = (
    (re.compile(r"^(?:熟练)?(?:理解[和并、])?掌握"), "MASTER"),
    (re.compile(r"^(?:基本)?了解"), "KNOW"),
    (re.compile(r"^(?:正确)?理解"), "UNDERSTAND"),
    (re.compile(r"^(?:能|会|可以|熟练使用|熟练应用|使用|应用)"), "USE"),
)


def _year_of(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None


class SkillImport:
    """Makes the draft of one standard. Asks the graph, writes nothing."""

    def __init__(self, reading: SkillStandardReading, file: ImportedFile, answers: ImportAnswers) -> None:
        self._reading = reading
        self._answers = answers
        self._file = file
        self._major_answers: list[dict[str, str]] = []
        head = reading.head
        self._name = head.title.removesuffix(TITLE_END) or self._ask(
            "name",
            head.title,
            "the document has no title; what is the name of the certificate?",
            "未读到标题；证书名称是什么？",
        )
        self._code = head.code or self._ask(
            "code",
            head.title,
            "the document states no code; what is the code of the standard?",
            "未写明标准代码；代码是什么？",
            _CODE,
        )
        self._version = head.version or self._ask(
            "version",
            head.title,
            "the document states no version; which is it, such as 1.0?",
            "未写明版本；版本是什么，如 1.0？",
            _VERSION,
        )
        title = f"{head.title}（{self._version}版）" if self._version else head.title
        self._facts = ImportedFacts(file, title, head.publisher, head.date or str(head.year or ""))

    def _ask(self, name: str, subject: str, en: str, zh: str, form: re.Pattern[str] | None = None) -> str:
        asked = ImportQuestion(name, subject, en, zh)
        answer = self._answers.take(asked)
        if answer and form and not form.fullmatch(answer):
            raise ImportAnswerError.unfit(asked, answer)
        return answer or ""

    async def draft(self, run: Run) -> ImportDraft:
        """Make it; questions are left open in the answers. Raises: StandardExistsError, ImportProblemsError."""
        settle_problems(self._reading.problems, self._answers)
        known = await KnownVersion.read(run, self._code, self._version)
        if known.others:
            there = ", ".join(each.rpartition(":")[2] for each in known.others)
            self._answers.add_to(
                "version",
                f" The graph has {there} of {self._code} already: an import of one that is there is refused, unless it "
                "makes abridged texts official.",
                f"图中已有 {self._code} 的版本 {there}：再次导入已有版本会被拒绝，除非用来将节略文字改为原文。",
            )
        certificates, majors = await KnownCertificates.read(run), await KnownMajors.read(run)
        certificate = self._certificate(certificates.of_standard(self._name, self._code, self._answers))
        standard = known.make_official(self._reading, self._facts) if known.exists else self._add_standard(certificate)
        await self._add_majors(run, certificate, majors)
        for position in dict.fromkeys(self._reading.head.positions):
            job = self._facts.node("JobRole", {"name": position}, supports=True)
            self._facts.link("CERTIFICATE_LEADS_TO", certificate, job, supports=True)
        return ImportDraft("SkillStandard", standard, self._facts, known.before, self._after(), known.others)

    def _after(self) -> dict[str, Any]:
        return {
            "code": self._code,
            "version": self._version,
            "name": self._name,
            "file": self._file.sha256,
            "report": self._file.report_sha256,
            "corrections": list(self._file.corrections),
            MAJOR_ANSWERS: self._major_answers,
            "rows": self._facts.counts(),
        }

    def _certificate(self, known: KnownCertificate | None) -> str:
        """Give the certificate and add the levels that it lacks; add it, too, where it is new."""
        levels = [each.level for each in self._reading.levels]
        name, node_id = (known.name, known.id) if known else (self._name, f"Certificate:{self._name}")
        if known is None and self._name:
            own = {
                "name": name,
                "standardCode": self._code or None,
                "levelsSeen": levels,
                "isReportedByColleges": False,
            }
            self._facts.node("Certificate", own, supports=True)
        for level in levels:
            values = {"certificateName": name, "level": level, "rank": RANKS.get(level)}
            self._facts.link(
                "HAS_LEVEL", node_id, self._facts.node("CertificateLevel", values, supports=True), supports=True
            )
        return node_id

    async def _add_majors(self, run: Run, certificate: str, majors: KnownMajors) -> None:
        """Link the majors; what colleges say of one stays next to what the standard says."""
        text = "MATCH (c:Certificate {id: $id})-[l:SUITS]->(m:Major) RETURN m.id, properties(l)"
        rows = await run(Statement(text, {"id": certificate}))
        known: dict[str, dict[str, Any]] = {row[0]: row[1] for row in rows}
        answered = await EarlierAnswers.read(run, self._code)
        for number, each in enumerate(self._reading.head.majors, start=1):
            question, latest = f"major-{number}", answered.of(each)
            major = majors.named(
                each.code,
                each.name,
                question,
                self._answers,
                education=each.education,
                earlier=[latest] if latest in known else _earlier(known, each.name),
                was_none=latest == NONE,
                none_says=partial(_none_says, known),
            )
            if self._answers.was_asked(question):
                self._major_answers.append(kept_answer(each, major))
            if major:
                stated = {"relation": "STANDARD", "nameAsWritten": each.name, "certificateLevel": None}
                before = known.get(major, {})
                self._facts.link("SUITS", certificate, major, {**before, **stated, **self._facts.rests_on(before)})

    # ---- the tree

    def _add_standard(self, certificate: str) -> str:
        head, levels = self._reading.head, self._reading.levels
        values = {
            "code": self._code,
            "version": self._version,
            "name": self._name,
            "year": head.year or _year_of(head.date),
            "requirementCount": sum(each.requirement_count() for each in levels),
            "higherLevelsInclude": head.higher_levels_include,
        }
        standard = self._facts.node("SkillStandard", values)
        self._facts.link("HAS_STANDARD", certificate, standard)
        for each in levels:
            self._add_level(standard, certificate, each)
        return standard

    def _add_level(self, standard: str, certificate: str, tree: LevelTree) -> None:
        own = {"standardCode": self._code, "standardVersion": self._version, "level": tree.level}
        counted = {"rank": RANKS.get(tree.level), "name": self._name, "requirementCount": tree.requirement_count()}
        level = self._facts.node("StandardLevel", {**own, **counted})
        self._facts.link("HAS_STANDARD_LEVEL", standard, level)
        name = certificate.partition(":")[2]
        self._facts.link("SPECIFIED_BY", f"CertificateLevel:{name}:{tree.level}", level)
        tasks = requirements = 0
        for number, area in enumerate(tree.areas, start=1):
            area_id = self._branch("WorkArea", own, area, number)
            self._facts.link("HAS_WORK_AREA", level, area_id)
            for task in area.tasks:
                tasks += 1
                task_id = self._branch("WorkTask", own, task, tasks)
                self._facts.link("HAS_TASK", area_id, task_id)
                for each in task.requirements:
                    requirements += 1
                    self._facts.link("HAS_REQUIREMENT", task_id, self._leaf(own, each, requirements))

    def _branch(self, type_name: str, own: dict[str, str], each: Area | Task, sequence: int) -> str:
        values = {**own, "code": each.code, "name": each.name, "sequence": sequence}
        return self._facts.node(type_name, {**values, **_basis(is_printed=each.is_printed)})

    def _leaf(self, own: dict[str, str], each: SkillText, sequence: int) -> str:
        wording = "OFFICIAL" if each.is_printed else "ABRIDGED"
        text = {"code": each.code, "text": each.text, "wording": wording, "depth": depth_of(each.text)}
        return self._facts.node(
            "SkillRequirement", {**own, **text, "sequence": sequence, **_basis(is_printed=each.is_printed)}
        )


def _earlier(known: Mapping[str, Mapping[str, Any]], name: str) -> list[str]:
    """Give the majors with which a standard of this certificate was linked by this name."""
    return [
        major
        for major, link in known.items()
        if (link.get("relation"), link.get("nameAsWritten")) == ("STANDARD", name)
    ]


def _none_says(linked: Collection[str], offered: Sequence[KnownMajor]) -> tuple[str, str]:
    """Say what `none` does: this document makes no link; one that the graph has rests on something else."""
    there = [each.shown_choice for each in offered if each.id in linked]
    en = ". none: the certificate gets no link from this name"
    zh = "。都不是：不因此名称为证书建立关系"
    if not there:
        return en, zh
    zh += f"；图中已有的与 {listed_zh(there)}的关系按其原有来源保留"
    return f"{en}; the one with {', '.join(there)} stays as its own source says", zh


def _basis(*, is_printed: bool) -> dict[str, Any]:
    """Mark what a person wrote otherwise than the document as our own judgement."""
    return {} if is_printed else {"basis": "EDITORIAL"}


def depth_of(text: str) -> str | None:
    """Read what a requirement asks of the learner from the verb it begins with; None: it begins otherwise."""
    return next((code for pattern, code in _DEPTHS if pattern.match(text)), None)
