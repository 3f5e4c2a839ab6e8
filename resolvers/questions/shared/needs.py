"""What questions need of the nodes that they are asked of: the requirements of a standard, or courses.

Where the graph has none, the answer is unknown. Nothing is counted then: 0 would be read as "there is nothing".
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import BadArgumentError, NotKnownError, UserError
from graph.model.core import CodeList, Text
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import ArgumentsOfRequest, Need
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at
from resolvers.questions.shared.national import is_real

NOT_KNOWN_REASON = CodeList(
    "NotKnownReason",
    Text("Why a question has no answer, and what to do next.", "问题为何没有答案，以及下一步。"),
    {
        "NO_STANDARD_IN_GRAPH": Text(
            "The graph holds no skill level standard of the certificate. Ask about one that has `skillStandards`; "
            "what little is known of it stands in `outline`.",
            "图中没有该证书的职业技能等级标准。请询问有 `skillStandards` 的证书；其零散内容见 `outline`。",
        ),
        "STANDARD_NOT_READ": Text(
            "A standard exists, but what it says is not in the graph. Add it to the seed files, or ask about another.",
            "标准存在，但其内容不在图中。请将其补入数据文件，或询问其他标准。",
        ),
        "NO_SUCH_LEVEL": Text(
            "The standard does not describe this level. `standardLevels` lists those that it does.",
            "标准没有描述该等级。已描述的等级见 `standardLevels`。",
        ),
        "NO_TEACHING_STANDARD": Text(
            "The graph holds no national teaching standard of the major; `standardState` says whether one may exist. "
            "Ask about a TrainingPlan for it, or about a major that has `teachingStandards`.",
            "图中没有该专业的国家专业教学标准；是否可能存在见 `standardState`。"
            "请询问其 TrainingPlan，或有 `teachingStandards` 的专业。",
        ),
        "NO_COURSES": Text(
            "No course of it is in the graph. Add its courses to the seed files, or ask about another.",
            "其课程都不在图中。请将课程补入数据文件，或询问其他对象。",
        ),
        "NO_TRAINING_PLAN": Text(
            "The graph holds no training plan for the major: few are published. Ask about a major that has "
            "`trainingPlans`.",
            "图中没有该专业的人才培养方案：公开的很少。请询问有 `trainingPlans` 的专业。",
        ),
    },
)

# Parts of a level come with their work area ``w``.
TARGETS_AND_PARTS: Mapping[str, str] = {
    **TARGETS,
    "WorkTask": "(:WorkTask {id: id})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)",
    "SkillRequirement": (
        "(:SkillRequirement {id: id})<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(w:WorkArea)"
        "<-[:HAS_WORK_AREA]-(l:StandardLevel)"
    ),
}
_CERTIFICATES = {
    "Certificate": "(:Certificate {id: id})",
    "CertificateLevel": "(:CertificateLevel {id: id})<-[:HAS_LEVEL]-(:Certificate)",
}


def without_standard(certificate: str) -> str:
    """Write that the graph holds no standard of a certificate, by a pattern of it."""
    return f"NOT {cypher.exists(f'MATCH {certificate}-[:HAS_STANDARD]->(:SkillStandard)')}"


def without_teaching_standard(major: str) -> str:
    """Write that the graph holds no teaching standard of a major, by a pattern of it."""
    return f"NOT {cypher.exists(f'MATCH {major}<-[:STANDARD_OF]-(:TeachingStandard)')}"


def why_no_teaching_standard(major: str) -> str:
    """Write why a major has none, by its variable."""
    return f"CASE {major}.standardState WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END"


class _Known(Need):
    """What the graph must hold, case by case."""

    @abstractmethod
    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:
        """Write conditions of ``n``, each with the reason that it gives."""

    def lack(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> str:
        """Write the reason of the first that holds."""
        cases = " ".join(f"WHEN {condition} THEN {reason}" for condition, reason in self.cases(request, kind, node_id))
        return f"CASE {cases} END" if cases else "null"

    def error(self, argument: str, lack: str, keys: Sequence[str]) -> UserError:
        """Say what is lacking, and what to do."""
        text = NOT_KNOWN_REASON.codes[lack]
        return NotKnownError(argument, lack, keys, text.english, text.chinese)


_REQUIREMENT = (
    "MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(:SkillRequirement)"
)


@dataclass(frozen=True, slots=True)
class _Requirements(_Known):
    """The requirements of a target; ``level``: the argument that names the level asked about, if there is one."""

    level: str = ""

    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:
        """Ask for the standard, then for the level, then for what it requires."""
        if kind not in TARGETS_AND_PARTS:
            return
        if kind in _CERTIFICATES:
            yield without_standard(at(_CERTIFICATES[kind], node_id)), "'NO_STANDARD_IN_GRAPH'"
        levels = f"MATCH {at(TARGETS_AND_PARTS[kind], node_id)}"
        if kind == "CertificateLevel":
            yield f"NOT {cypher.exists(levels)}", "'NO_SUCH_LEVEL'"
        yield f"NOT {cypher.exists(levels, _REQUIREMENT)}", "'STANDARD_NOT_READ'"
        if self.level and request.has(self.level):
            of_level = f"{levels} WHERE l.level = {request[self.level]}"
            yield f"NOT {cypher.exists(of_level)}", "'NO_SUCH_LEVEL'"


class _Courses(_Known):
    """The courses of a subject, or a review of it: somebody may have looked through what is not in the graph."""

    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Ask for the standard, then for its courses."""
        subject = SUBJECTS.get(kind)
        if subject is None or subject.is_held:
            return
        if kind == "Major":
            yield without_teaching_standard("(n)"), why_no_teaching_standard("n")
        courses, reviews = (cypher.exists(f"MATCH {at(path, node_id)}") for path in (subject.courses, subject.reviews))
        yield f"NOT {courses} AND NOT {reviews}", "'NO_COURSES'"


class _Lines(_Known):
    """The requirements of a target, or the courses of a teaching standard."""

    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:
        """Ask for what there is to compare."""
        yield from REQUIREMENTS.cases(request, kind, node_id)
        yield from COURSES.cases(request, kind, node_id)


class _TrainingPlans(_Known):
    """The training plans of a major."""

    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Ask for one."""
        plan = cypher.exists("MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)", f"WHERE {is_real('p')} AND {visible('p')}")
        yield f"NOT {plan}", "'NO_TRAINING_PLAN'"


class _Standard(_Known):
    """The standard of a certificate."""

    def cases(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Ask for it."""
        yield without_standard("(n)"), "'NO_STANDARD_IN_GRAPH'"


@dataclass(frozen=True, slots=True)
class OneOf(Need):
    """That the nodes are courses of what another argument names, where it is given."""

    subject: str

    def lack(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> str:  # noqa: ARG002
        """Write whether the subject has a course of this id."""
        if not request.has(self.subject):
            return "null"
        courses = at(SUBJECTS[request.types[self.subject]].courses, request[self.subject])
        return f"CASE WHEN NOT {cypher.exists(f'MATCH {courses} WHERE c.id = {node_id}')} THEN 'OF_ANOTHER' END"

    def error(self, argument: str, lack: str, keys: Sequence[str]) -> UserError:  # noqa: ARG002  # there is one
        """Name the courses of something else."""
        return BadArgumentError(
            argument,
            f"no courses of the `{self.subject}`: {', '.join(keys)}.",
            f"不是 `{self.subject}` 的课程：{'、'.join(keys)}。",
        )


# Each answers for the types that it knows, and asks nothing of others.
REQUIREMENTS, REQUIREMENTS_OF_LEVEL = _Requirements(), _Requirements("level")
COURSES, LINES, TRAINING_PLANS, STANDARD = _Courses(), _Lines(), _TrainingPlans(), _Standard()
