"""``certificateSuccession``: what became of a certificate by a day, on what legal basis, and what is not known.

The statement reads the certificate, who issues it, the policies on certificates and the successors that sources state;
``analysis.succession`` says what holds on the day. Nothing is guessed: where no source says, the answer is UNKNOWN.
"""

from typing import Any, NamedTuple

from analysis.succession import Handover, handover, is_issued, standing
from graph.model.codes import POLICY_EFFECT
from graph.model.core import BASIS, CodeList, Property, Scalar
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows
from resolvers.questions.parts import Part, chain, one, record, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import sources_of

CERTIFICATE_STANDING = CodeList(
    "CertificateStanding",
    "Whether something is in force on the day asked about, by the days that sources give.",
    {
        "IN_FORCE": "It has begun, and no source ends it by that day.",
        "NOT_YET": "It begins later.",
        "ENDED": "It has ended.",
        "UNKNOWN": "No source gives the day on which it begins or ends.",
    },
)

HANDOVER_STATE = CodeList(
    "HandoverState",
    "How far the handover of the certificates to another authority has come on the day asked about.",
    {
        "NOT_DECIDED": "No policy in the graph had decided one by that day.",
        "DECIDED": "A policy has decided it; the day by which it is to be done has not come, or is not stated.",
        "DUE": "The day by which it is to be done has come. Whether it was done for this certificate is not published.",
        "UNKNOWN": "A policy decides it, but whether it had been issued by that day is not known.",
    },
)

SUCCESSOR_STATE = CodeList(
    "SuccessorState",
    "Whether it is known what took the place of a certificate.",
    {
        "KNOWN": "A source states it: see `successors`.",
        "UNKNOWN": "No source in the graph states it; no list of correspondence to occupations is published.",
    },
)

_LINK = (
    Property(name="basis", type=BASIS, description="On what the statement rests.", required=True),
    NodeField(
        name="sources",
        description="Sources of the statement. Empty: none is recorded.",
        kinds=("Source",),
        is_list=True,
    ),
)

CERTIFICATE_ISSUER = RecordType(
    name="CertificateIssuer",
    description="An organisation that a source names as issuing the certificate.",
    fields=(
        NodeField(name="organization", description="The organisation.", kinds=("Organization",)),
        Property(
            name="standing",
            type=CERTIFICATE_STANDING,
            description="Whether the organisation is in force.",
            required=True,
        ),
        *_LINK,
    ),
)

CERTIFICATE_POLICY = RecordType(
    name="CertificatePolicy",
    description="A policy on certificates as such.",
    fields=(
        NodeField(name="policy", description="The policy, with its number and sources.", kinds=("Policy",)),
        Property(name="effect", type=POLICY_EFFECT, description="What it does to certificates.", required=True),
        Property(
            name="isIssued",
            type=Scalar.BOOLEAN,
            description=(
                "Whether it had been issued by the day asked about. Where its own day is not known, by the year in "
                "its number. Null: not known."
            ),
        ),
        Property(name="dueOn", type=Scalar.DATE, description="Day by which it is to be done. Null: none is stated."),
    ),
)

CERTIFICATE_SUCCESSOR = RecordType(
    name="CertificateSuccessor",
    description="What a source states to have taken the place of the certificate.",
    fields=(
        NodeField(name="successor", description="A certificate or occupation.", kinds=("Certificate", "Occupation")),
        Property(name="since", type=Scalar.DATE, description="First day on which it holds. Null: not known."),
        *_LINK,
    ),
)

CANDIDATE_OCCUPATION = RecordType(
    name="CandidateOccupation",
    description="An occupation near the certificate. No succession: nobody has stated that it passed there.",
    fields=(
        NodeField(name="occupation", description="The occupation.", kinds=("Occupation",)),
        Property(
            name="majors",
            type=Scalar.INT,
            description="Majors that the certificate suits and whose teaching standard prepares for the occupation.",
            required=True,
        ),
    ),
)

CERTIFICATE_SUCCESSION = RecordType(
    name="CertificateSuccession",
    description="What became of a certificate by a day.",
    fields=(
        NodeField(name="certificate", description="The certificate.", kinds=("Certificate",)),
        Property(
            name="standing",
            type=CERTIFICATE_STANDING,
            description="Whether the certificate is in force.",
            required=True,
        ),
        Property(
            name="handover",
            type=HANDOVER_STATE,
            description=(
                "How far its handover has come, by the policies on all certificates; no list names this certificate."
            ),
            required=True,
        ),
        Property(
            name="handoverDueOn",
            type=Scalar.DATE,
            description="Day by which it is to be handed over. Null: none is stated.",
        ),
        Property(
            name="successorState",
            type=SUCCESSOR_STATE,
            description="Whether a successor is known on that day.",
            required=True,
        ),
        RecordField(
            name="successors",
            description="What took its place by that day, as stated.",
            record=CERTIFICATE_SUCCESSOR,
            size=5,
        ),
        RecordField(name="issuers", description="Who issues it, by name.", record=CERTIFICATE_ISSUER, size=5),
        RecordField(
            name="legalBasis",
            description="The policies on certificates, by day; those of unknown day last. Not those issued later.",
            record=CERTIFICATE_POLICY,
            size=20,
        ),
        RecordField(
            name="candidateOccupations",
            description=(
                "Occupations that the majors it suits prepare for, those of most majors first. Not a succession: they "
                "only show where a correspondence may be looked for."
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
    description = (
        "What became of a certificate by a day: who issues it, whether it is in force, the policies behind it with "
        "their numbers, how far its handover to another authority has come, and its successor where a source states "
        "one. What is not published is UNKNOWN. Not found: null, and NOT_FOUND."
    )
    arguments = (
        NodeArgument(name="certificate", types=("Certificate",), description="A Certificate."),
        ValueArgument(name="asOf", annotation="Date", description="The day to tell of, such as 2026-01-01."),
        first_rows("Candidate occupations to give: 1 to 100."),
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
    path = f"{certificate}-[:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:PREPARES_FOR]->(o:Occupation)"
    return rows(
        f"MATCH {path} WITH o, count(DISTINCT m) AS majors ORDER BY majors DESC, o.id LIMIT {request['first']}",
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
