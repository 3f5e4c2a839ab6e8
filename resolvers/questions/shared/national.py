"""What questions over the whole country share: which majors and which facts count, and how a caller narrows them."""

from collections.abc import Collection, Mapping
from typing import Any

from graph.model.catalogue import EDITIONS_IN_FORCE
from graph.model.codes import SUITS_RELATION
from graph.model.core import BASIS, CodeList, Text
from resolvers.questions.argument_kinds import CodesArgument, some_values
from resolvers.questions.question import QuestionRequest

# What counts unless someone says otherwise: what is made up to show the form never mixes into national figures.
REAL_BASES = [each for each in BASIS.codes if each != "ILLUSTRATIVE"]


def is_real(fact: str) -> str:
    """Write that a node or link is not made up."""
    return f"{fact}.basis <> 'ILLUSTRATIVE'"


# What colleges write of the majors a certificate suits, unchecked, is in no national figure unless it is asked for.
_UNCHECKED = "REPORTED_BY_COLLEGES"
IS_CHECKED = f"coalesce(u.relation <> '{_UNCHECKED}', true)"


def major_in_force(major: str) -> str:
    """Write that a major is of an edition in force, and that no other has replaced it."""
    # Inside COLLECT the embedded engine refuses a bare pattern as a condition.
    replaced = f"EXISTS {{ MATCH ({major})-[:REPLACED_BY]->(:Major) }}"
    return f"{major}.edition IN {[*EDITIONS_IN_FORCE]} AND NOT {replaced}"


IN_FORCE = major_in_force("m")

# Conditions on a major ``m``, by the argument whose value they compare with.
OF_MAJOR: Mapping[str, str] = {
    "educationLevel": "m.educationLevel IN $value",
    "majorClass": "EXISTS { MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass) WHERE g.name IN $value }",
    "category": (
        "EXISTS { MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory) "
        "WHERE g.name IN $value }"
    ),
}

# Whether evidence cannot be taken as it is. Most graphs hold no made-up alignment, and the bases of all cover links
# need not be read one by one to know that.
ANY_MADE_UP = "EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }"


def basis_argument(name: str, description: Text) -> CodesArgument:
    """Declare an argument that names bases; by default all but what is made up."""
    return CodesArgument(
        name=name,
        annotation="list[Basis] | None",
        description=description,
        default=None,
        codes=BASIS,
        default_codes=REAL_BASES,
        check=some_values,
    )


RELATIONS = CodesArgument(
    name="relations",
    annotation="list[SuitsRelation] | None",
    description=Text(
        "Only statements of these kinds count: which majors a certificate suits. By default all but "
        "REPORTED_BY_COLLEGES, which no one checked.",
        "只计这些来源类型的适用专业说明。默认不含未经核对的 REPORTED_BY_COLLEGES。",
    ),
    default=None,
    codes=SUITS_RELATION,
    default_codes=[each for each in SUITS_RELATION.codes if each != _UNCHECKED],
    check=some_values,
)

EVIDENCE_BASIS = Text(
    "Only evidence of these bases counts: alignments and reviews; EDITORIAL is an editor's "
    "judgement. By default all but ILLUSTRATIVE.",
    "只计这些依据的证据（对接与评审）；EDITORIAL 为编辑判断。默认除 ILLUSTRATIVE 外全部。",
)
FACT_BASIS = Text(
    "Only statements of these bases count: which majors a certificate suits, and its standards. "
    "By default all but ILLUSTRATIVE.",
    "只计这些依据的陈述：证书适用的专业及其标准。默认除 ILLUSTRATIVE 外全部。",
)


def conditions(request: QuestionRequest, narrow: Collection[str], *known: Mapping[str, str]) -> list[str]:
    """Write the conditions of these whose argument narrows what counts."""
    return [text.replace("$value", request[name]) for each in known for name, text in each.items() if name in narrow]


def where(*conditions: str) -> str:
    """Write ``WHERE`` where there is a condition."""
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def is_whole(value: Any, codes: CodeList) -> bool:
    """Whether a list of codes names all of them, so that there is nothing to look at."""
    return value is not None and set(value) == set(codes.codes)
