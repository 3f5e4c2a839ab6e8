"""``certificateSuccession``: what became of a certificate by a day, on what legal basis, and what is not known.

The statement reads the certificate, who issues it, the policies on certificates and the successors that sources state;
``analysis.succession`` tells what holds on the day. Nothing is guessed: where no source tells, the answer is UNKNOWN.
"""

from collections.abc import Mapping
from typing import Any

from analysis.succession import Handover, handover, is_issued, standing
from graph.model.codes import POLICY_EFFECT
from graph.model.core import BASIS, CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, exists, missing, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.request.arguments import page_size
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

STANDING = CodeList(
    "CertificateStanding",
    "Whether something is in force on the day asked about, by the days that sources give.",
    {
        "IN_FORCE": "It has begun, and no source ends it by that day.",
        "NOT_YET": "It begins later.",
        "ENDED": "It has ended.",
        "UNKNOWN": "No source gives the day on which it begins or ends.",
    },
)

HANDOVER = CodeList(
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

ISSUER = RecordType(
    name="CertificateIssuer",
    description="An organisation that a source names as issuing the certificate.",
    fields=(
        NodeField(name="organization", description="The organisation.", kinds=("Organization",)),
        Property(name="standing", type=STANDING, description="Whether the organisation is in force.", required=True),
        *_LINK,
    ),
)

POLICY = RecordType(
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

SUCCESSOR = RecordType(
    name="CertificateSuccessor",
    description="What a source states to have taken the place of the certificate.",
    fields=(
        NodeField(name="successor", description="A certificate or occupation.", kinds=("Certificate", "Occupation")),
        Property(name="since", type=Scalar.DATE, description="First day on which it holds. Null: not known."),
        *_LINK,
    ),
)

CANDIDATE = RecordType(
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

SUCCESSION = RecordType(
    name="CertificateSuccession",
    description="What became of a certificate by a day.",
    fields=(
        NodeField(name="certificate", description="The certificate.", kinds=("Certificate",)),
        Property(name="standing", type=STANDING, description="Whether the certificate is in force.", required=True),
        Property(
            name="handover",
            type=HANDOVER,
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
            name="successors", description="What took its place by that day, as stated.", record=SUCCESSOR, size=5
        ),
        RecordField(name="issuers", description="Who issues it, by name.", record=ISSUER, size=5),
        RecordField(
            name="legalBasis",
            description="The policies on certificates, by day; those of unknown day last. Not those issued later.",
            record=POLICY,
            size=20,
        ),
        RecordField(
            name="candidateOccupations",
            description=(
                "Occupations that the majors it suits prepare for, those of most majors first. Not a succession: they "
                "only show where a correspondence may be looked for."
            ),
            record=CANDIDATE,
            size=FIRST,
        ),
    ),
)


def _plan(collector: Collector, request: FieldRequest) -> Root:
    kinds = {"certificate": type_of_id(request, "certificate", ("Certificate",))}
    binds = (
        bind("certificate", request.arguments["certificate"]),
        bind("asOf", request.arguments["asOf"]),
        page_size(request.arguments),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement(
        "certificateSuccession",
        _write,
        reads_whole=frozenset({"Policy"}),
        fold=lambda raw, inputs: _fold(raw, by_label, inputs),
    )
    return call(collector, request, SUCCESSION, binds, declared, is_list=False, missing=missing(kinds, by_label))


def _write(parameters: Mapping[str, str], project: ProjectNode) -> str:
    certificate = f"(k:Certificate {{id: {parameters['certificate']}}})"
    parts = (
        exists("Certificate", parameters["certificate"]),
        _certificate(certificate, project),
        _successors(certificate, "CERTIFICATE_REPLACED_BY", "Certificate", project),
        _successors(certificate, "CORRESPONDS_TO", "Occupation", project),
        _issuers(certificate, project),
        _policies(project),
        _candidates(certificate, parameters, project),
    )
    return "RETURN [" + ",\n".join(parts) + "]"


def _certificate(certificate: str, project: ProjectNode) -> str:
    node = project("certificate", "k", "Certificate")
    return f"COLLECT {{ MATCH {certificate} RETURN [k.validFrom, k.validTo, k.batch, {node}] }}"


def _successors(certificate: str, link: str, kind: str, project: ProjectNode) -> str:
    return (
        f"COLLECT {{ MATCH {certificate}-[e:{link}]->(n:{kind}) "
        f"RETURN [{project('successor', 'n', kind)}, e.since, e.basis, {_sources(project)}] ORDER BY n.id }}"
    )


def _issuers(certificate: str, project: ProjectNode) -> str:
    return (
        f"COLLECT {{ MATCH {certificate}-[e:ISSUED_BY]->(o:Organization) "
        f"RETURN [{project('organization', 'o', 'Organization')}, o.validFrom, o.validTo, e.basis, "
        f"{_sources(project)}] ORDER BY o.id }}"
    )


def _sources(project: ProjectNode) -> str:
    """Write the sources of the link ``e``."""
    node = project("sources", "s", "Source")
    return f"COLLECT {{ UNWIND e.sourceIds AS i MATCH (s:Source {{id: i}}) RETURN {node} ORDER BY s.id }}"


def _policies(project: ProjectNode) -> str:
    return (
        "COLLECT { MATCH (p:Policy) WHERE p.effect IS NOT NULL "
        f"RETURN [{project('policy', 'p', 'Policy')}, p.effect, p.issuedOn, p.reference, p.dueOn, p.batch] "
        "ORDER BY p.issuedOn, p.id }"
    )


def _candidates(certificate: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    return (
        f"COLLECT {{ MATCH {certificate}-[:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)"
        "-[:PREPARES_FOR]->(o:Occupation) WITH o, count(DISTINCT m) AS majors "
        f"ORDER BY majors DESC, o.id LIMIT {parameters['first']} "
        f"RETURN [{project('occupation', 'o', 'Occupation')}, majors] ORDER BY majors DESC, o.id }}"
    )


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Tell what holds on the day; None: the certificate is not there."""
    found, certificates, replaced, corresponding, issuers, policies, candidates = raw
    if not found:
        return None
    day = binds["asOf"].read(inputs)
    ((valid_from, valid_to, batch, certificate),) = certificates
    basis = [
        each for each in (_policy(row, day) for row in policies if row[5] in (None, batch)) if each[2] is not False
    ]
    decisions = [Handover(issued, due) for _, effect, issued, due in basis if effect == "TRANSFERS"]
    successors = [each for each in (*replaced, *corresponding) if each[1] is None or each[1] <= day]
    return [
        certificate,
        standing(valid_from, valid_to, day),
        *handover(decisions, day),
        "KNOWN" if successors else "UNKNOWN",
        successors,
        [[node, standing(begin, end, day), *link] for node, begin, end, *link in issuers],
        basis,
        candidates,
    ]


def _policy(row: Any, day: str) -> list[Any]:
    node, effect, issued_on, reference, due_on, _ = row
    return [node, effect, is_issued(issued_on, reference, day), due_on]


CERTIFICATE_SUCCESSION = DeclaredField(
    name="certificateSuccession",
    description=(
        "What became of a certificate by a day: who issues it, whether it is in force, the policies behind it with "
        "their numbers, how far its handover to another authority has come, and its successor where a source states "
        "one. What is not published is UNKNOWN. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(name="certificate", annotation="ID", description="A Certificate."),
        Argument(name="asOf", annotation="Date", description="The day to tell of, such as 2026-01-01."),
        Argument(
            name="first",
            annotation="Int",
            description="Candidate occupations to give: 1 to 100.",
            default=PAGE_DEFAULT,
        ),
    ),
    record=SUCCESSION,
    is_list=False,
    plan=_plan,
    codes=(STANDING, HANDOVER, SUCCESSOR_STATE),
)
