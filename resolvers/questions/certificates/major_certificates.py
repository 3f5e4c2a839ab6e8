"""``majorCertificates`` and ``certificateMajors``: which certificates any source ties to a major, and how it is known.

`Major.certificates` gives what sources state to suit the major itself (SUITS), and national figures count by that. Who
asks which certificates belong to a major expects more: what its teaching standard names, what was stated of the
editions that it replaced, and what colleges' plans for it name. That is evidence of several kinds, so it is a question
with the kind of each statement, and no change to what the field and the figures mean.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from graph.model import MODEL
from graph.model.codes import CERTIFICATE_LEVEL_CODE, SUITS_RELATION
from graph.model.core import BASIS, CodeList, Property, Text
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, first_rows, some_values
from resolvers.questions.parts import Part, chain, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import sources_of
from resolvers.questions.shared.national import is_real
from resolvers.request.field_meanings import singular

CERTIFICATE_VIA = CodeList(
    "CertificateVia",
    Text("How it is known that a certificate belongs to a major.", "证书与专业的关联从何得知。"),
    {
        "SUITS": Text(
            "适用专业: a source states that the certificate suits the major.", "适用专业：有来源写明证书适用于该专业。"
        ),
        "TEACHING_STANDARD": Text(
            "专业教学标准: the national teaching standard of the major names the certificate.",
            "专业教学标准：该专业的国家专业教学标准写明此证书。",
        ),
        "TRAINING_PLAN": Text(
            "人才培养方案: a college's plan for the major, or a course of it, names the certificate.",
            "人才培养方案：院校为该专业制定的方案或其中的课程写明此证书。",
        ),
        "PREDECESSOR": Text(
            "原专业: one of these was stated of a major of an earlier edition whose place this one took.",
            "原专业：上述某种说明针对的是被该专业取代的早期版本专业。",
        ),
    },
)
# A major was replaced once in each edition of the catalogue, and there are fewer than these.
EDITIONS_LARGEST = 5

MAJOR_CERTIFICATE_STATEMENT = RecordType(
    name="MajorCertificateStatement",
    description=Text("One statement that ties a certificate to a major.", "关联证书与专业的一条说明。"),
    fields=(
        Property(name="via", type=CERTIFICATE_VIA, description=Text("How it is known.", "从何得知。"), required=True),
        Property(
            name="basis", type=BASIS, description=Text("On what the statement rests.", "该说明的依据。"), required=True
        ),
        Property(
            name="relation",
            type=SUITS_RELATION,
            description=Text(
                "What kind of source states that it suits. Null: it is named in a standard or plan.",
                "说明其适用的来源类型。null：由标准或方案写明。",
            ),
        ),
        Property(
            name="certificateLevel",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text("Level that is named. Null: none.", "所写的证书等级。null：未写明。"),
        ),
        NodeField(
            name="statedOf",
            description=Text(
                "The major of which it is stated: the major itself, or its predecessor.",
                "说明所针对的专业：该专业自身，或其前身。",
            ),
            kinds=("Major",),
        ),
        NodeField(
            name="namedIn",
            description=Text(
                "The teaching standard, plan or course of a plan that names it. Null: the statement is a SUITS link.",
                "写明证书的专业教学标准、方案或方案课程。null：该说明为 SUITS 链接。",
            ),
            kinds=("TeachingStandard", "TrainingPlan", "PlanCourse"),
            is_optional=True,
        ),
        NodeField(
            name="sources",
            description=Text("Sources of the statement. Empty: none is recorded.", "该说明的来源。空：没有记录。"),
            kinds=("Source",),
            is_list=True,
        ),
    ),
)


def _end(name: str, kind: str, text: Text) -> RecordType:
    """Declare the record of one certificate or major, with the statements that tie it to what was asked about."""
    statements = RecordField(
        name="statements",
        description=Text(
            "The statements: those on the major itself first, the best basis first.",
            "各条说明：针对该专业自身的在前，依据可靠的在前。",
        ),
        record=MAJOR_CERTIFICATE_STATEMENT,
        size=5,
    )
    return RecordType(
        name=name,
        description=text,
        fields=(NodeField(name=singular(MODEL.node_types[kind]), description=text, kinds=(kind,)), statements),
    )


def _answer(name: str, field: str, of: RecordType, text: Text) -> RecordType:
    total = count_field("total", Text("How many there are, also beyond `first`.", "总数，含超出 `first` 的部分。"))
    listed = RecordField(
        name=field,
        description=Text("Those of the best basis first, then by name.", "依据可靠的在前，其次按名称。"),
        record=of,
        size=FIRST,
    )
    return RecordType(name=name, description=text, fields=(total, listed))


_CERTIFICATE_TEXT = Text("A certificate tied to the major.", "与该专业关联的证书。")
_MAJOR_TEXT = Text("A major tied to the certificate.", "与该证书关联的专业。")
MAJOR_CERTIFICATE = _end("MajorCertificate", "Certificate", _CERTIFICATE_TEXT)
CERTIFICATE_MAJOR = _end("CertificateMajor", "Major", _MAJOR_TEXT)
MAJOR_CERTIFICATES = _answer(
    "MajorCertificates", "certificates", MAJOR_CERTIFICATE, Text("The certificates of a major.", "一个专业的证书。")
)
CERTIFICATE_MAJORS = _answer(
    "CertificateMajors", "majors", CERTIFICATE_MAJOR, Text("The majors of a certificate.", "一个证书的专业。")
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a statement ``u`` ties a certificate ``k`` to a major ``p``; ``named_in``: the type of ``s``, if any."""

    via: str
    path: str
    named_in: str | None = None


_WAYS = (
    _Way("SUITS", "(p)<-[u:SUITS]-(k:Certificate)"),
    _Way(
        "TEACHING_STANDARD",
        "(p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)",
        "TeachingStandard",
    ),
    _Way(
        "TRAINING_PLAN", "(p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)", "TrainingPlan"
    ),
    _Way(
        "TRAINING_PLAN",
        "(p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)"
        "-[u:LINKED_TO_CERTIFICATE]->(k:Certificate)",
        "PlanCourse",
    ),
)
_REPLACED = f"-[:REPLACED_BY*1..{EDITIONS_LARGEST}]->"
_BASIS_RANK = {code: place for place, code in enumerate(BASIS.codes)}


class _Statement(NamedTuple):
    """A statement with the end that was not asked about, and what orders it."""

    id: str
    name: str
    end: Any
    via: str
    basis: str
    relation: str | None
    level: str | None
    stated_of: Any
    named_in: Any
    sources: list[Any]
    key: str

    @property
    def rank(self) -> tuple[bool, int, str]:
        return self.via == "PREDECESSOR", self.basis_rank, self.key

    @property
    def basis_rank(self) -> int:
        return _BASIS_RANK.get(self.basis, len(_BASIS_RANK))


class _End(NamedTuple):
    """The other end with its statements, by their rank."""

    id: str
    name: str
    shown: Any
    statements: Sequence[_Statement]

    @property
    def rank(self) -> tuple[int, str, str]:
        return min(each.basis_rank for each in self.statements), self.name, self.id


def _gathered(statements: Sequence[_Statement]) -> _End:
    first = next(iter(statements))
    return _End(first.id, first.name, first.end, statements)


class _Ties(Analysis[list[_Statement]]):
    """What ties majors and certificates, seen from one of them; ``other`` is the field of the other."""

    cost = 100
    subject: ClassVar[str]
    other: ClassVar[str]
    field: ClassVar[str]
    each: ClassVar[RecordType]
    codes = (CERTIFICATE_VIA,)

    @abstractmethod
    def starts(self, node_id: str) -> Iterable[tuple[str, bool]]:
        """Write what binds the end that was asked about, and the major ``p`` where it is a predecessor."""

    @abstractmethod
    def after(self) -> str:
        """Write what follows where ``p`` is a predecessor."""

    def read(self, request: QuestionRequest) -> Part[list[_Statement]]:
        """Read the statements of each way, on the major and on its predecessors."""
        return chain(
            *(
                self._way(request, way, start, is_own=own)
                for start, own in self.starts(request[self.subject])
                for way in _WAYS
            )
        )

    def _way(self, request: QuestionRequest, way: _Way, start: str, *, is_own: bool) -> Part[list[_Statement]]:
        via = way.via if is_own else "PREDECESSOR"
        major = "p" if is_own else "m"
        other = "k" if self.other == "certificate" else major
        named_in = request.project("namedIn", "s", way.named_in) if way.named_in else "null"
        statement = row(
            _Statement,
            id=f"{other}.id",
            name=f"{other}.name",
            end=request.project(self.other, other, self.other.capitalize()),
            via=f"'{via}'",
            basis="u.basis",
            relation="u.relation" if way.via == "SUITS" else "null",
            level="null" if way.via == "TEACHING_STANDARD" else "u.certificateLevel",
            stated_of=request.project("statedOf", "p", "Major"),
            named_in=named_in,
            sources=sources_of("u", request.project),
            key=f"'{way.via} ' + p.id + ' '{' + s.id' if way.named_in else ''}",
        )
        found = f"{start} MATCH {way.path}{'' if is_own else self.after()}"
        shown = f" AND {visible('s')}" if way.named_in and MODEL.node_types[way.named_in].has_drafts else ""
        return rows(f"{found} WHERE '{via}' IN {request['via']} AND {is_real('u')}{shown}", statement)

    def answer(self, parts: list[_Statement], values: Values) -> RecordRow:
        """Gather the statements by the other end, and cut."""
        # Two chains of editions may lead to one predecessor.
        by_key = {(each.id, each.key): each for each in sorted(parts, key=lambda each: each.rank)}
        by_end: dict[str, list[_Statement]] = {}
        for each in by_key.values():
            by_end.setdefault(each.id, []).append(each)
        ends = sorted((_gathered(found) for found in by_end.values()), key=lambda end: end.rank)
        shown = [self._end(each) for each in ends[: values[FIRST]]]
        return self.record.row(**{"total": len(ends), self.field: shown})

    def _end(self, end: _End) -> RecordRow:
        statements = [
            MAJOR_CERTIFICATE_STATEMENT.row(
                via=each.via,
                basis=each.basis,
                relation=each.relation,
                certificateLevel=each.level,
                statedOf=each.stated_of,
                namedIn=each.named_in,
                sources=each.sources,
            )
            for each in end.statements
        ]
        return self.each.row(**{self.other: end.shown, "statements": statements})


_VIA_ARGUMENT = CodesArgument(
    name="via",
    annotation="list[CertificateVia] | None",
    description=Text("Only what is known in one of these ways. By default all.", "只给出以这些方式得知的；默认全部。"),
    default=None,
    codes=CERTIFICATE_VIA,
    check=some_values,
)


class MajorCertificates(_Ties):
    """Which certificates are tied to a major."""

    name = "majorCertificates"
    description = Text(
        "The certificates that any source ties to a major: that suit it, that its teaching standard or a college's "
        "plan for it names, and those of the majors whose place it took; each with basis and how it is known. National "
        "figures count by `Major.certificates` alone. Not found: null, and NOT_FOUND.",
        "与某专业关联的全部证书：适用于它的、其专业教学标准或院校方案写明的，以及被它取代的原专业的证书；"
        "逐条给出依据与得知方式。全国数据只按 `Major.certificates` 统计。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(name="major", types=("Major",), need=None, description=Text("A Major.", "一个 Major 的 id。")),
        _VIA_ARGUMENT,
        first_rows(Text("Certificates to give: 1 to 100.", "返回的证书数：1 至 100。")),
    )
    record = MAJOR_CERTIFICATES
    subject, other, field, each = "major", "certificate", "certificates", MAJOR_CERTIFICATE

    def starts(self, node_id: str) -> Iterable[tuple[str, bool]]:
        """Start at the major, and at each of its predecessors."""
        predecessors = f"MATCH (p:Major){_REPLACED}{cypher.node_pattern('m:Major', id=node_id)} WITH DISTINCT m, p"
        return (f"MATCH {cypher.node_pattern('p:Major', id=node_id)}", True), (predecessors, False)

    def after(self) -> str:
        """Nothing follows."""
        return ""


class CertificateMajors(_Ties):
    """Which majors are tied to a certificate."""

    name = "certificateMajors"
    description = Text(
        "The majors that any source ties to a certificate: that it suits, whose teaching standard or a college's plan "
        "names it, and the majors that took the place of those; each with basis and how it is known. National figures "
        "count by `Certificate.majors` alone. Not found: null, and NOT_FOUND.",
        "与某证书关联的全部专业：证书适用的、专业教学标准或院校方案写明该证书的，以及取代这些专业的后续专业；"
        "逐条给出依据与得知方式。全国数据只按 `Certificate.majors` 统计。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="certificate",
            types=("Certificate",),
            need=None,
            description=Text("A Certificate.", "一个 Certificate 的 id。"),
        ),
        _VIA_ARGUMENT,
        first_rows(Text("Majors to give: 1 to 100.", "返回的专业数：1 至 100。")),
    )
    record = CERTIFICATE_MAJORS
    subject, other, field, each = "certificate", "major", "majors", CERTIFICATE_MAJOR

    def starts(self, node_id: str) -> Iterable[tuple[str, bool]]:
        """Start at the certificate."""
        start = f"MATCH {cypher.node_pattern('k:Certificate', id=node_id)}"
        return (start, True), (start, False)

    def after(self) -> str:
        """Go on to the majors that took the place of the one named."""
        return f" MATCH (p){_REPLACED}(m:Major)"
