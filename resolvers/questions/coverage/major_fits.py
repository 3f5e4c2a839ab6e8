"""``majorFits``: the certificates that suit a major, and how far its teaching standards carry each of them.

A page on a major shows both together. It asked for the links first and for a ``coverageMatrix`` of them then.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.coverage import NO_COUNTS, Alignment, Counts, Evidence, Groups, Review, gather, tallies
from graph.model.codes import CERTIFICATE_LEVEL_CODE, SUITS_RELATION
from graph.model.core import BASIS, CodeList, Property, Text
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, first_rows
from resolvers.questions.coverage.coverage_records import COUNTS, MAJOR_FIT_LEVEL, count_fields
from resolvers.questions.coverage.levels import RequirementOfLevel, ids_by_level
from resolvers.questions.parts import Part, chain, listed, one, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import NEWEST_LEVEL, SUBJECTS, at, closed_by, counting, evidence_of, on_grounds
from resolvers.questions.shared.evidence_arguments import EVIDENCE_OF_STATES, alignment_row, rule_of
from resolvers.questions.shared.national import RELATIONS, is_real
from resolvers.questions.shared.needs import COURSES, NOT_KNOWN_REASON, REQUIREMENTS
from resolvers.questions.shared.record_pages import AFTER, after_key, connection_of, page_of

_SUBJECT = SUBJECTS["Major"]
MAJOR_FIT = RecordType(
    name="MajorFit",
    description=Text(
        "A certificate that suits a major, and how far the major carries it.",
        "适用于某专业的证书，以及该专业对它的覆盖。",
    ),
    fields=(
        NodeField(name="certificate", description=Text("The certificate.", "证书。"), kinds=("Certificate",)),
        Property(
            name="basis",
            type=BASIS,
            description=Text("The best basis on which it is said to suit.", "说明其适用的各依据中最可靠的一种。"),
            required=True,
        ),
        Property(
            name="relations",
            type=SUITS_RELATION,
            description=Text("The kinds of sources that say so.", "说明其适用的来源类型。"),
            many=True,
        ),
        Property(
            name="levels",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text(
                "The levels that these sources name. Empty: one of them names none, and says it of the certificate. "
                "Counts are of all levels in either case; `byLevel` has each apart.",
                "来源所写的等级。空：其中有来源未写明等级，针对整个证书。计数始终包含各等级，分等级见 `byLevel`。",
            ),
            many=True,
        ),
        Property(
            name="reason",
            type=NOT_KNOWN_REASON,
            description=Text(
                "Why there are no counts: what is lacking of the certificate, else of the major. Null: there are.",
                "为何没有计数：证书所缺的内容，否则为专业所缺的内容。null：有计数。",
            ),
        ),
        *COUNTS,
        RecordField(
            name="byLevel",
            description=Text(
                "The same counts by level, the lowest first. Empty where there are no counts.",
                "按等级分列的同样计数，由低到高。没有计数时为空。",
            ),
            record=MAJOR_FIT_LEVEL,
            size=len(CERTIFICATE_LEVEL_CODE.codes),
        ),
    ),
)


class _Group(NamedTuple):
    """A teaching standard, and its courses."""

    holder: str
    courses: list[str]


class _Major(NamedTuple):
    reason: str | None
    groups: list[_Group]


class _Statement(NamedTuple):
    """What a source says of a certificate and the major."""

    basis: str
    relation: str
    level: str | None


class _Certificate(NamedTuple):
    id: str
    name: str
    node: Any
    reason: str | None
    statements: list[_Statement]
    requirements: list[RequirementOfLevel]

    @property
    def rank(self) -> tuple[bool, str, str]:
        return not self.requirements, self.name, self.id


class _Parts(NamedTuple):
    major: _Major | None
    certificates: list[_Certificate]
    alignments: list[Alignment]
    reviews: list[Review]


class _Fits:
    """Counts how far one major carries the certificates of a page."""

    def __init__(self, evidence: dict[str, Evidence], major: _Major, certificates: Sequence[_Certificate]) -> None:
        self._reason = major.reason
        groups: Groups = {each.holder: set(each.courses) for each in major.groups}
        known = [each for each in certificates if major.reason is None and each.reason is None]
        by_certificate = {each.id: [one.id for one in each.requirements] for each in known}
        by_level = {(each.id, level): ids for each in known for level, ids in ids_by_level(each.requirements).items()}
        self._counts = {key: tally.counts() for key, tally in tallies(evidence, groups, by_certificate).items()}
        self._levels: dict[str, dict[str, Counts]] = {each.id: {} for each in known}
        for (certificate, level), tally in tallies(evidence, groups, by_level).items():
            self._levels[certificate][level] = tally.counts()

    def record(self, certificate: _Certificate) -> RecordRow:
        """Give the record of a certificate."""
        said = certificate.statements
        levels_named = [each.level for each in said]
        levels = self._levels.get(certificate.id, {})
        return MAJOR_FIT.row(
            certificate=certificate.node,
            basis=_in_order(BASIS, (each.basis for each in said))[0],
            relations=_in_order(SUITS_RELATION, (each.relation for each in said)),
            levels=_in_order(CERTIFICATE_LEVEL_CODE, levels_named) if None not in levels_named else [],
            reason=certificate.reason or self._reason,
            **count_fields(self._counts.get(certificate.id, NO_COUNTS)),
            byLevel=[MAJOR_FIT_LEVEL.row(level=level, **count_fields(counts)) for level, counts in levels.items()],
        )


class MajorFits(Analysis[_Parts]):
    """Which certificates suit a major, and how far it carries them."""

    name = "majorFits"
    cost = 400
    description = Text(
        "The certificates that suit a major, each with how far the courses of its teaching standards carry it, as "
        "`coverage` says. Where that is unknown there are no counts, and `reason` says why. Those with requirements "
        "come first, then by name. `majorCertificates` has each statement with its sources. "
        "Not found: null, and NOT_FOUND.",
        "适用于某专业的证书，以及其专业教学标准的课程对每个证书的覆盖，与 `coverage` 的回答一致。"
        "不可知时没有计数，原因见 `reason`。有技能要求的证书在前，其次按名称。各条说明及其来源见 `majorCertificates`。"
        "未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(name="major", types=("Major",), need=None, description=Text("A Major.", "一个 Major 的 id。")),
        RELATIONS,
        *EVIDENCE_OF_STATES,
        first_rows(Text("Certificates to give: 1 to 100.", "返回的证书数：1 至 100。")),
        after_key(MAJOR_FIT.name),
    )
    record = connection_of(MAJOR_FIT, Text("The certificates that suit a major.", "适用于一个专业的证书。"))
    codes = (NOT_KNOWN_REASON,)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the certificates with their requirements, and what is said of the courses of the major."""
        major = request["major"]
        return row(
            _Parts,
            major=_major(request),
            certificates=_certificates(request),
            alignments=chain(
                *(
                    rows(
                        f"MATCH {at(_SUBJECT.courses, major)} MATCH {path} "
                        f"WHERE {only} AND {counting('a', request['asOf'])} "
                        "MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)",
                        alignment_row(),
                    )
                    for path, only in evidence_of(_SUBJECT.side, "c")
                )
            ),
            reviews=rows(
                f"MATCH {at(_SUBJECT.reviews, major)}-[:CONCLUDES_ON]->(r:SkillRequirement) "
                f"WHERE {closed_by('v', request['asOf'])} AND {on_grounds('v', request['grounds'])}",
                row(Review, requirement="r.id", holder="h.id", tag=None),
            ),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow | None:
        """Cut a page, and count what it shows."""
        if parts.major is None:
            return None
        certificates = sorted(parts.certificates, key=lambda each: each.rank)
        page = page_of(certificates, lambda each: each.id, MAJOR_FIT.name, first=values[FIRST], after=values[AFTER])
        fits = _Fits(gather(parts.alignments, parts.reviews, rule_of(values)), parts.major, page.rows)
        nodes = [fits.record(each) for each in page.rows]
        return self.record.row(nodes=nodes, totalCount=len(certificates), pageInfo=page.info)


def _major(request: QuestionRequest) -> Part[_Major | None]:
    """Write the standards of the major with their courses."""
    courses = f"[(h)-[:{_SUBJECT.side.holds}]->(c:{_SUBJECT.side.course}) | c.id]"
    groups = listed(f"(n)<-[:STANDARD_OF]-(h:{_SUBJECT.side.holder})", row(_Group, holder="h.id", courses=courses))
    reason = COURSES.lack(request, "Major", "n.id")
    found = f"MATCH {cypher.node_pattern('n:Major', id=request['major'])}"
    return one(rows(found, row(_Major, reason=reason, groups=groups)))


def _certificates(request: QuestionRequest) -> Part[list[_Certificate]]:
    """Write the certificates ``n`` that suit the major, each with what says so and what it requires."""
    major = cypher.node_pattern("m:Major", id=request["major"])
    is_said = f"u.relation IN {request['relations']} AND {is_real('u')}"
    requirements = (
        f"(n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL}-[:HAS_WORK_AREA]->(:WorkArea)"
        "-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
    )
    statement = row(_Statement, basis="u.basis", relation="u.relation", level="u.certificateLevel")
    return rows(
        f"MATCH {major}<-[u:SUITS]-(n:Certificate) WHERE {is_said} WITH n, collect({statement.text}) AS statements",
        row(
            _Certificate,
            id="n.id",
            name="n.name",
            node=request.project("certificate", "n", "Certificate"),
            reason=REQUIREMENTS.lack(request, "Certificate", "n.id"),
            statements=Part("statements", lambda values: [*map(statement.read, values)]),
            requirements=listed(requirements, row(RequirementOfLevel, id="r.id", level="r.level")),
        ),
    )


def _in_order(codes: CodeList, found: Iterable[str | None]) -> list[str]:
    """Give the different codes in the order of their list."""
    values = {*found}
    return [each for each in codes.codes if each in values]
