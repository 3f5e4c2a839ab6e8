"""``levelAudit``: what does not fit between the levels of a standard, and between what a programme covers of them.

The statement reads levels, work areas, tasks and requirements, and which of these the subject covers. What is found
stands in ``level_findings``.
"""

from typing import NamedTuple

from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.parts import Part, distinct, ids, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import SUBJECTS, TARGETS, at, courses_of
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.standards.level_findings import Claim, Decided, Element, Elements, Finding, NoMatch, find

LEAST_SIMILARITY = 0.85

LEVEL_FINDING_CODE = CodeList(
    "LevelFindingCode",
    Text("What an audit of levels found.", "等级检查的发现类型。"),
    {
        "LEVEL_BELOW_MISSING": Text(
            "A level is described, or named by a source, and the one below it is not.",
            "某一等级有描述或有来源写明，而其下一等级没有。",
        ),
        "LEVEL_WITHOUT_REQUIREMENTS": Text(
            "A level of the certificate whose requirements are not in the graph.", "证书的某一等级，其要求不在图中。"
        ),
        "SAME_TEXT": Text("Two requirements read the same.", "两条要求文字相同。"),
        "REWORDED": Text(
            "Two requirements read nearly the same, and name the same tools.",
            "两条要求文字几乎相同，且写明相同的工具。",
        ),
        "AREA_WITHOUT_ANTECEDENT": Text(
            "Nothing one level below leads up to a work area, by its name.",
            "按名称看，低一等级没有内容通向该工作领域。",
        ),
        "TASK_WITHOUT_ANTECEDENT": Text(
            "Nothing one level below leads up to a work task, by its name.",
            "按名称看，低一等级没有内容通向该工作任务。",
        ),
        "ANTECEDENT_NOT_COVERED": (
            Text(
                "The subject covers requirements of a work area, and not all of the work area one level below it.",
                "主体覆盖了某工作领域的要求，却没有覆盖低一等级同一工作领域的全部要求。",
            )
        ),
    },
)

LEVEL_FINDING_SEVERITY = CodeList(
    "LevelFindingSeverity",
    Text("How much a finding weighs.", "发现的严重程度。"),
    {
        "ERROR": Text("It contradicts the order of the levels.", "与等级次序矛盾。"),
        "WARNING": Text("Somebody should look at it.", "应有人查看。"),
        "INFO": Text("It may well be meant.", "可能是有意为之。"),
    },
)


AUDITED_LEVEL = RecordType(
    name="AuditedLevel",
    description=Text("One level of a standard, counted.", "标准的一个等级的计数。"),
    fields=(
        NodeField(name="standardLevel", description=Text("The level.", "等级。"), kinds=("StandardLevel",)),
        count_field("workAreas", Text("Work areas.", "工作领域数。")),
        count_field("tasks", Text("Work tasks.", "工作任务数。")),
        count_field("requirements", Text("Skill requirements.", "技能要求数。")),
        count_field(
            "covered",
            Text(
                "Requirements that the subject covers. Null: no subject was given.",
                "主体覆盖的要求数。null：未给出主体。",
            ),
            required=False,
        ),
        count_field(
            "partlyCovered",
            Text(
                "Requirements PARTLY_COVERED by it. Null: no subject was given.",
                "主体的 PARTLY_COVERED 要求数。null：未给出主体。",
            ),
            required=False,
        ),
        count_field(
            "notCovered",
            Text(
                "Requirements NOT_COVERED by it: gaps. Null: no subject was given.",
                "主体的 NOT_COVERED 要求数，即缺口。null：未给出主体。",
            ),
            required=False,
        ),
        count_field(
            "unknown",
            Text(
                "Requirements that no one has decided. Null: no subject was given.",
                "无人决定的要求数。null：未给出主体。",
            ),
            required=False,
        ),
    ),
)

LEVEL_FINDING = RecordType(
    name="LevelFinding",
    description=Text(
        "Something that does not fit, or may not fit, between levels.", "等级之间不相符或可能不相符之处。"
    ),
    fields=(
        Property(
            name="code", type=LEVEL_FINDING_CODE, description=Text("What was found.", "发现的内容。"), required=True
        ),
        Property(
            name="severity",
            type=LEVEL_FINDING_SEVERITY,
            description=Text("How much it weighs.", "严重程度。"),
            required=True,
        ),
        Property(
            name="messageEn",
            description=Text("The finding in a sentence (English).", "发现，一句话（英文）。"),
            required=True,
        ),
        Property(
            name="messageZh",
            description=Text("The finding in a sentence (Chinese).", "发现，一句话（中文）。"),
            required=True,
        ),
        Property(
            name="similarity",
            type=Scalar.FLOAT,
            description=Text(
                "How alike two texts read, 0 to 1: twice the longest common subsequence over "
                "both lengths. Null: the finding is not about two texts.",
                "两段文字的相似度，0 至 1：最长公共子序列的两倍除以两段长度之和。null：该发现不涉及两段文字。",
            ),
        ),
        NodeField(
            name="about",
            description=Text(
                "The certificate level, level, work areas or task it speaks of. Empty: requirements alone.",
                "所涉及的证书等级、标准等级、工作领域或工作任务。空：只涉及要求。",
            ),
            kinds=("CertificateLevel", "StandardLevel", "WorkArea", "WorkTask"),
            is_list=True,
        ),
        NodeField(
            name="requirements",
            description=Text(
                "The requirements it speaks of: those that read alike, or those that are not covered.",
                "所涉及的要求：文字相近的，或未覆盖的。",
            ),
            kinds=("SkillRequirement",),
            is_list=True,
        ),
    ),
)

LEVEL_AUDIT = RecordType(
    name="LevelAudit",
    description=Text(
        "The levels of a standard, or of each standard of a certificate, read against each other.",
        "一个标准（或证书的每个标准）各等级之间的对照检查。",
    ),
    fields=(
        count_field("errors", Text("Findings ERROR.", "ERROR 的发现数。")),
        count_field("warnings", Text("Findings WARNING.", "WARNING 的发现数。")),
        count_field("infos", Text("Findings INFO.", "INFO 的发现数。")),
        RecordField(
            name="levels",
            description=Text("The levels, lowest first, by standard.", "各等级，由低到高，按标准分列。"),
            record=AUDITED_LEVEL,
            size=10,
        ),
        RecordField(
            name="findings",
            description=Text("The findings, most serious first.", "各项发现，严重的在前。"),
            record=LEVEL_FINDING,
            size=FIRST,
        ),
    ),
)

# The certificates whose levels are audited too, by the type of the target.
_CERTIFICATES = {
    "SkillStandard": "(:SkillStandard {id: id})<-[:HAS_STANDARD]-(k:Certificate)",
    "Certificate": "(k:Certificate {id: id})",
}


class _Parts(NamedTuple):
    elements: Elements
    claims: list[Claim]
    # None: no subject was given.
    decided: Decided | None


class LevelAudit(Analysis[_Parts]):
    """The levels of a standard, or of each standard of a certificate, read against each other."""

    name = "levelAudit"
    cost = 500
    description = Text(
        "What does not fit between the levels of a standard: levels, work areas and tasks without "
        "an antecedent one level below, and requirements that stand twice. With a subject also: "
        "what it covers of a higher level while it leaves out what leads up to it. Likeness is "
        "one of words. Not found: null, and NOT_FOUND.",
        "标准各等级之间不相符之处：没有低一等级基础的等级、工作领域与任务，以及重复出现的要求。"
        "给出主体时还列出：它覆盖了高等级的内容，却漏掉了通向它的内容。相似仅指词语。未找到：null，"
        "并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="target",
            types=_CERTIFICATES,
            need=REQUIREMENTS,
            description=Text(
                "A SkillStandard, or a Certificate: all its standards, each apart.",
                "SkillStandard，或 Certificate：其全部标准，各自检查。",
            ),
        ),
        NodeArgument(
            name="subject",
            annotation="ID | None",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                "A Course, TeachingStandard, Major (by its standards), PlanCourse or "
                "TrainingPlan whose coverage is audited too. By default only the standard is.",
                "同时检查其覆盖情况的 Course、TeachingStandard、Major（按其标准）、PlanCourse "
                "或 TrainingPlan。默认只检查标准。",
            ),
            default=None,
        ),
        ValueArgument(
            name="minSimilarity",
            annotation="Float",
            description=Text(
                "From which likeness of texts on requirements are REWORDED, 0.7 to 1.",
                "文字相似度达到多少视为 REWORDED，0.7 至 1。",
            ),
            default=LEAST_SIMILARITY,
            check=share(least=0.7),
        ),
        SUFFICIENT_STRENGTH,
        CodesArgument(
            name="codes",
            annotation="list[LevelFindingCode] | None",
            description=Text(
                "Show only such findings; the counts stay whole. By default all.",
                "只显示此类发现；计数不变。默认全部。",
            ),
            default=None,
            codes=LEVEL_FINDING_CODE,
        ),
        first_rows(
            Text(f"Findings to show: 1 to {ROWS_LARGEST}.", f"显示的发现数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = LEVEL_AUDIT
    codes = (LEVEL_FINDING_CODE, LEVEL_FINDING_SEVERITY)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the standard's elements, the levels of its certificate, and what is decided for the subject."""
        return row(
            _Parts,
            elements=_elements(request),
            claims=_claims(request),
            decided=_decided(request) if request.has("subject") else None,
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Read the levels against each other."""
        findings = find(parts.claims, parts.elements, parts.decided, values["minSimilarity"])
        weights = [each.severity for each in findings]
        shown = [each for each in findings if each.code in values["codes"]]
        return LEVEL_AUDIT.row(
            errors=weights.count("ERROR"),
            warnings=weights.count("WARNING"),
            infos=weights.count("INFO"),
            levels=[_level_record(each, parts) for each in parts.elements.levels],
            findings=[_finding_record(each) for each in shown[: values["first"]]],
        )


# ---- the parts


def _elements(request: QuestionRequest) -> Part[Elements]:
    """Read levels, work areas, tasks and requirements, each kind in its order."""
    levels = f"MATCH {at(TARGETS[request.types['target']], request['target'])}"
    areas = f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    tasks = f"{areas} MATCH (w)-[:HAS_TASK]->(t:WorkTask)"
    requirements = f"{tasks} MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
    order = "l.standardCode, l.standardVersion, l.rank, l.id"
    level = _element(
        "l",
        code="''",
        text="l.name",
        node=request.project("about", "l", "StandardLevel"),
        standard_level=request.project("standardLevel", "l", "StandardLevel"),
    )
    area = _element("w", code="w.code", text="w.name", node=request.project("about", "w", "WorkArea"))
    task = _element("t", code="t.code", text="t.name", node=request.project("about", "t", "WorkTask"))
    node = request.project("requirements", "r", "SkillRequirement")
    requirement = _element("r", code="r.code", text="r.text", node=node)
    return row(
        Elements,
        levels=rows(levels, level, order=order),
        areas=rows(areas, area, order=f"{order}, w.sequence, w.id"),
        tasks=rows(tasks, task, order=f"{order}, t.sequence, t.id"),
        requirements=rows(requirements, requirement, order=f"{order}, r.sequence, r.id"),
    )


def _element(variable: str, *, code: str, text: str, node: str, standard_level: str | None = None) -> Part[Element]:
    return row(
        Element,
        level="l.id",
        rank="l.rank",
        id=f"{variable}.id",
        code=code,
        text=text,
        node=node,
        standard_level=standard_level,
    )


def _claims(request: QuestionRequest) -> Part[list[Claim]]:
    """Read the levels that are named for the certificate."""
    certificate = at(_CERTIFICATES[request.types["target"]], request["target"])
    is_specified = "EXISTS { MATCH (c)-[:SPECIFIED_BY]->(:StandardLevel) }"
    node = request.project("about", "c", "CertificateLevel")
    return rows(
        f"MATCH {certificate}-[:HAS_LEVEL]->(c:CertificateLevel)",
        row(Claim, rank="c.rank", is_specified=is_specified, node=node),
        order="c.rank, c.id",
    )


def _decided(request: QuestionRequest) -> Part[Decided]:
    """Read what the subject covers, which searches were closed, and for which of its courses NO_MATCH was accepted."""
    subject, courses = SUBJECTS[request.types["subject"]], courses_of(request)
    no_match = f"<-[:{subject.side.aligns}]-(a:Alignment {{kind: 'NO_MATCH', status: 'ACCEPTED'}})"
    reviews = at(subject.reviews, request["subject"])
    covers = f"{courses}-[x:{subject.side.covers}]->(r:SkillRequirement)"
    sufficient = request["sufficientStrength"]
    return row(
        Decided,
        courses=ids(courses, "c.id"),
        covered=ids(f"{covers} WHERE x.strength >= {sufficient}", "r.id"),
        partly_covered=ids(f"{covers} WHERE x.strength < {sufficient}", "r.id"),
        closed=ids(f"MATCH {reviews}-[:CONCLUDES_ON]->(r:SkillRequirement)", "r.id"),
        no_matches=distinct(
            f"{courses}{no_match}-[:ALIGNED_TO]->(r:SkillRequirement)",
            row(NoMatch, requirement="r.id", course="c.id"),
        ),
    )


# ---- the records


def _level_record(level: Element, parts: _Parts) -> RecordRow:
    requirements = [each for each in parts.elements.requirements if each.level == level.level]
    states = [parts.decided.of(each.id) for each in requirements] if parts.decided else None
    return AUDITED_LEVEL.row(
        standardLevel=level.standard_level,
        workAreas=sum(each.level == level.level for each in parts.elements.areas),
        tasks=sum(each.level == level.level for each in parts.elements.tasks),
        requirements=len(requirements),
        covered=None if states is None else states.count("COVERED"),
        partlyCovered=None if states is None else states.count("PARTLY_COVERED"),
        notCovered=None if states is None else states.count("NOT_COVERED"),
        unknown=None if states is None else states.count("UNKNOWN"),
    )


def _finding_record(finding: Finding) -> RecordRow:
    return LEVEL_FINDING.row(
        code=finding.code,
        severity=finding.severity,
        messageEn=finding.en,
        messageZh=finding.zh,
        similarity=finding.similarity,
        about=[each.node for each in finding.about],
        requirements=[each.node for each in finding.requirements],
    )
