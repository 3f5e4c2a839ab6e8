"""``certificateSuccession``: what became of a certificate by a day, on what legal basis, and what is not known.

The statement reads the certificate, who issues it, the policies on certificates and the successors that sources state;
``analysis.succession`` says what holds on the day. Nothing is guessed: where no source says, the answer is UNKNOWN.
"""

from typing import Any, NamedTuple

from analysis.succession import Handover, handover, is_issued, standing
from graph.model.codes import POLICY_EFFECT
from graph.model.core import BASIS, CodeList, Property, Scalar, Text
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows
from resolvers.questions.parts import Part, chain, one, record, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import sources_of
from resolvers.questions.shared.national import IS_CHECKED

CERTIFICATE_STANDING = CodeList(
    "CertificateStanding",
    Text(
        "Whether something is in force on the day asked about, by the days that sources give.",
        "按来源给出的日期，某项在所问之日是否有效。",
    ),
    {
        "IN_FORCE": Text("It has begun, and no source ends it by that day.", "已生效，且没有来源说明在该日之前失效。"),
        "NOT_YET": Text("It begins later.", "之后才生效。"),
        "ENDED": Text("It has ended.", "已失效。"),
        "UNKNOWN": Text("No source gives the day on which it begins or ends.", "没有来源给出生效或失效的日期。"),
    },
)

HANDOVER_STATE = CodeList(
    "HandoverState",
    Text(
        "How far the handover of the certificates to another authority has come on the day asked about.",
        "证书移交其他主管部门的进展（截至所问之日）。",
    ),
    {
        "NOT_DECIDED": Text(
            "No policy in the graph had decided one by that day.", "截至该日，图中没有政策作出移交决定。"
        ),
        "DECIDED": Text(
            "A policy has decided it; the day by which it is to be done has not come, or is not stated.",
            "已有政策决定移交；完成期限未到，或未写明。",
        ),
        "DUE": Text(
            "The day by which it is to be done has come. Whether it was done for this certificate is not published.",
            "完成期限已到。该证书是否已移交未公布。",
        ),
        "UNKNOWN": Text(
            "A policy decides it, but whether it had been issued by that day is not known.",
            "有政策决定移交，但该日之前是否已发布不详。",
        ),
    },
)

SUCCESSOR_STATE = CodeList(
    "SuccessorState",
    Text("Whether it is known what took the place of a certificate.", "是否知道什么取代了该证书。"),
    {
        "KNOWN": Text("A source states it: see `successors`.", "有来源说明，见 `successors`。"),
        "UNKNOWN": Text(
            "No source in the graph states it; no list of correspondence to occupations is published.",
            "图中没有来源说明；与职业的对应目录尚未公布。",
        ),
    },
)

_LINK = (
    Property(
        name="basis", type=BASIS, description=Text("On what the statement rests.", "该陈述的依据。"), required=True
    ),
    NodeField(
        name="sources",
        description=Text("Sources of the statement. Empty: none is recorded.", "该陈述的来源。空：没有记录。"),
        kinds=("Source",),
        is_list=True,
    ),
)

CERTIFICATE_ISSUER = RecordType(
    name="CertificateIssuer",
    description=Text("An organisation that a source names as issuing the certificate.", "来源写明的证书颁发组织。"),
    fields=(
        NodeField(name="organization", description=Text("The organisation.", "颁发组织。"), kinds=("Organization",)),
        Property(
            name="standing",
            type=CERTIFICATE_STANDING,
            description=Text("Whether the organisation is in force.", "该组织是否有效。"),
            required=True,
        ),
        *_LINK,
    ),
)

CERTIFICATE_POLICY = RecordType(
    name="CertificatePolicy",
    description=Text("A policy on certificates as such.", "关于证书制度本身的政策。"),
    fields=(
        NodeField(
            name="policy",
            description=Text("The policy, with its number and sources.", "政策及其文号与来源。"),
            kinds=("Policy",),
        ),
        Property(
            name="effect",
            type=POLICY_EFFECT,
            description=Text("What it does to certificates.", "对证书的作用。"),
            required=True,
        ),
        Property(
            name="isIssued",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether it had been issued by the day asked about. Where its own day is not "
                "known, by the year in its number. Null: not known.",
                "所问之日是否已发布。政策自身日期不详时按文号年份判断。null：不详。",
            ),
        ),
        Property(
            name="dueOn",
            type=Scalar.DATE,
            description=Text("Day by which it is to be done. Null: none is stated.", "完成期限。null：未写明。"),
        ),
    ),
)

CERTIFICATE_SUCCESSOR = RecordType(
    name="CertificateSuccessor",
    description=Text("What a source states to have taken the place of the certificate.", "来源所说取代该证书的事物。"),
    fields=(
        NodeField(
            name="successor",
            description=Text("A certificate or occupation.", "证书或职业。"),
            kinds=("Certificate", "Occupation"),
        ),
        Property(
            name="since",
            type=Scalar.DATE,
            description=Text("First day on which it holds. Null: not known.", "生效首日。null：不详。"),
        ),
        *_LINK,
    ),
)

CANDIDATE_OCCUPATION = RecordType(
    name="CandidateOccupation",
    description=Text(
        "An occupation near the certificate. No succession: no one has stated that it passed there.",
        "与该证书相近的职业。不是承接关系：没有人说明证书转入该职业。",
    ),
    fields=(
        NodeField(name="occupation", description=Text("The occupation.", "职业。"), kinds=("Occupation",)),
        Property(
            name="majors",
            type=Scalar.INT,
            description=Text(
                "Majors that the certificate suits and whose teaching standard prepares for the occupation.",
                "适用该证书、且其专业教学标准面向该职业的专业。",
            ),
            required=True,
        ),
    ),
)

CERTIFICATE_SUCCESSION = RecordType(
    name="CertificateSuccession",
    description=Text("What became of a certificate by a day.", "截至某日，证书的沿革。"),
    fields=(
        NodeField(name="certificate", description=Text("The certificate.", "证书。"), kinds=("Certificate",)),
        Property(
            name="standing",
            type=CERTIFICATE_STANDING,
            description=Text("Whether the certificate is in force.", "证书是否有效。"),
            required=True,
        ),
        Property(
            name="handover",
            type=HANDOVER_STATE,
            description=Text(
                "How far its handover has come, by the policies on all certificates; no list names this certificate.",
                "按针对全部证书的政策判断移交进展；没有名单写明本证书。",
            ),
            required=True,
        ),
        Property(
            name="handoverDueOn",
            type=Scalar.DATE,
            description=Text(
                "Day by which it is to be transferred. Null: none is stated.", "移交的完成期限。null：未写明。"
            ),
        ),
        Property(
            name="successorState",
            type=SUCCESSOR_STATE,
            description=Text("Whether a successor is known on that day.", "该日是否已知承接者。"),
            required=True,
        ),
        RecordField(
            name="successors",
            description=Text("What took its place by that day, as stated.", "截至该日取代它的事物，按来源所说。"),
            record=CERTIFICATE_SUCCESSOR,
            size=5,
        ),
        RecordField(
            name="issuers",
            description=Text("Who issues it, by name.", "颁发组织，按名称排列。"),
            record=CERTIFICATE_ISSUER,
            size=5,
        ),
        RecordField(
            name="legalBasis",
            description=Text(
                "The policies on certificates, by day; those of unknown day last. Not those issued later.",
                "关于证书的政策，按日期排列，日期不详的排在最后；不含此后发布的。",
            ),
            record=CERTIFICATE_POLICY,
            size=20,
        ),
        RecordField(
            name="candidateOccupations",
            description=Text(
                "Occupations that the majors it suits prepare for, those of most majors "
                "first. Not a succession: they only show where a correspondence may be looked "
                "for.",
                "适用专业所面向的职业，涉及专业最多的排在前面。不是承接关系，只提示可以到哪里查找对应。",
            ),
            record=CANDIDATE_OCCUPATION,
            size=FIRST,
        ),
    ),
)


class _Certificate(NamedTuple):
    valid_from: str | None
    valid_to: str | None
    batch: int | None
    node: Any


class _Successor(NamedTuple):
    """What a source states to have taken its place; the fields are those of the record."""

    successor: Any
    since: str | None
    basis: str
    sources: list[Any]


class _Issuer(NamedTuple):
    node: Any
    valid_from: str | None
    valid_to: str | None
    basis: str
    sources: list[Any]


class _Policy(NamedTuple):
    node: Any
    effect: str
    issued_on: str | None
    reference: str
    due_on: str | None
    batch: int | None


class _Parts(NamedTuple):
    certificate: _Certificate
    successors: list[_Successor]
    issuers: list[_Issuer]
    policies: list[_Policy]
    candidates: list[RecordRow]


class CertificateSuccession(Analysis[_Parts]):
    """What became of a certificate by a day."""

    name = "certificateSuccession"
    cost = 200
    description = Text(
        "What became of a certificate by a day: who issues it, whether it is in force, the "
        "policies behind it with their numbers, how far its handover to another authority has "
        "come, and its successor where a source states one. What is not published is UNKNOWN. Not "
        "found: null, and NOT_FOUND.",
        "截至某日证书的沿革：由谁颁发、是否有效、相关政策及其文号、移交其他主管部门的进展，"
        "以及来源写明的承接者。未公布的为 UNKNOWN。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="certificate",
            types=("Certificate",),
            need=None,
            description=Text("A Certificate.", "一个 Certificate 的 id。"),
        ),
        ValueArgument(
            name="asOf",
            annotation="Date",
            description=Text("The day asked about, such as 2026-01-01.", "所问之日，如 2026-01-01。"),
        ),
        first_rows(Text("Candidate occupations to give: 1 to 100.", "返回的候选职业数：1 至 100。")),
    )
    record = CERTIFICATE_SUCCESSION
    codes = (CERTIFICATE_STANDING, HANDOVER_STATE, SUCCESSOR_STATE)

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Every policy on certificates is a part of the legal basis."""
        return ("Policy",)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the certificate with what stands around it, and the policies on certificates."""
        certificate = cypher.node_pattern("k:Certificate", id=request["certificate"])
        return row(
            _Parts,
            certificate=one(_certificates(certificate, request)),
            successors=chain(
                _successors(f"{certificate}-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)", "Certificate", request),
                _successors(f"{certificate}-[e:CORRESPONDS_TO]->(n:Occupation)", "Occupation", request),
            ),
            issuers=_issuers(certificate, request),
            policies=_policies(request),
            candidates=_candidates(certificate, request),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Say what holds on the day."""
        day, certificate = values["asOf"], parts.certificate
        policies = [each for each in parts.policies if each.batch in (None, certificate.batch)]
        basis = [each for each in policies if _is_issued(each, day) is not False]
        decisions = [Handover(_is_issued(each, day), each.due_on) for each in basis if each.effect == "TRANSFERS"]
        state, due_on = handover(decisions, day)
        successors = [each for each in parts.successors if each.since is None or each.since <= day]
        return CERTIFICATE_SUCCESSION.row(
            certificate=certificate.node,
            standing=standing(certificate.valid_from, certificate.valid_to, day),
            handover=state,
            handoverDueOn=due_on,
            successorState="KNOWN" if successors else "UNKNOWN",
            successors=[CERTIFICATE_SUCCESSOR.row(**each._asdict()) for each in successors],
            issuers=[_issuer_record(each, day) for each in parts.issuers],
            legalBasis=[_policy_record(each, day) for each in basis],
            candidateOccupations=parts.candidates,
        )


# ---- the parts


def _certificates(certificate: str, request: QuestionRequest) -> Part[list[_Certificate]]:
    node = request.project("certificate", "k", "Certificate")
    columns = row(_Certificate, valid_from="k.validFrom", valid_to="k.validTo", batch="k.batch", node=node)
    return rows(f"MATCH {certificate}", columns)


def _successors(path: str, kind: str, request: QuestionRequest) -> Part[list[_Successor]]:
    columns = row(
        _Successor,
        successor=request.project("successor", "n", kind),
        since="e.since",
        basis="e.basis",
        sources=sources_of("e", request.project),
    )
    return rows(f"MATCH {path}", columns, order="n.id")


def _issuers(certificate: str, request: QuestionRequest) -> Part[list[_Issuer]]:
    columns = row(
        _Issuer,
        node=request.project("organization", "o", "Organization"),
        valid_from="o.validFrom",
        valid_to="o.validTo",
        basis="e.basis",
        sources=sources_of("e", request.project),
    )
    return rows(f"MATCH {certificate}-[e:ISSUED_BY]->(o:Organization)", columns, order="o.id")


def _policies(request: QuestionRequest) -> Part[list[_Policy]]:
    columns = row(
        _Policy,
        node=request.project("policy", "p", "Policy"),
        effect="p.effect",
        issued_on="p.issuedOn",
        reference="p.reference",
        due_on="p.dueOn",
        batch="p.batch",
    )
    return rows("MATCH (p:Policy) WHERE p.effect IS NOT NULL", columns, order="p.issuedOn, p.id")


def _candidates(certificate: str, request: QuestionRequest) -> Part[list[RecordRow]]:
    path = f"{certificate}-[u:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:PREPARES_FOR]->(o:Occupation)"
    return rows(
        f"MATCH {path} WHERE {IS_CHECKED} "
        f"WITH o, count(DISTINCT m) AS majors ORDER BY majors DESC, o.id LIMIT {request['first']}",
        record(CANDIDATE_OCCUPATION, occupation=request.project("occupation", "o", "Occupation"), majors="majors"),
        order="majors DESC, o.id",
    )


# ---- the records


def _is_issued(policy: _Policy, day: str) -> bool | None:
    return is_issued(policy.issued_on, policy.reference, day)


def _issuer_record(each: _Issuer, day: str) -> RecordRow:
    return CERTIFICATE_ISSUER.row(
        organization=each.node,
        standing=standing(each.valid_from, each.valid_to, day),
        basis=each.basis,
        sources=each.sources,
    )


def _policy_record(each: _Policy, day: str) -> RecordRow:
    return CERTIFICATE_POLICY.row(
        policy=each.node, effect=each.effect, isIssued=_is_issued(each, day), dueOn=each.due_on
    )
