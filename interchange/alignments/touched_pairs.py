"""Which programmes and certificates the rows of a table touch: where their coverage changes once it is accepted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.model import MODEL
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS, COURSE_SIDES
from graph.model.drafts import published
from graph.query.statement import Run, Statement

# Of a replaced level nothing counts for its certificate.
_ABOVE_AREA = (
    "<-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)"
    "<-[:HAS_STANDARD]-(h:Certificate)"
)
# From what an alignment speaks of to the programme and to the certificate; a Major is the programme itself.
_TO_PROGRAMME: Mapping[str, tuple[str, ...]] = {
    **{side.course: (f"<-[:{side.holds}]-(h:{side.holder})",) for side in COURSE_SIDES},
    "CourseOutcome": tuple(
        f"<-[:{side.has_outcome}]-(:{side.course})<-[:{side.holds}]-(h:{side.holder})" for side in COURSE_SIDES
    ),
    "Major": (" WITH n, n AS h",),
}
_TO_CERTIFICATE: Mapping[str, tuple[str, ...]] = {
    "SkillRequirement": (f"<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea){_ABOVE_AREA}",),
    "WorkTask": (f"<-[:HAS_TASK]-(:WorkArea){_ABOVE_AREA}",),
    "WorkArea": (_ABOVE_AREA,),
}
assert _TO_PROGRAMME.keys() == ALIGNED_SUBJECTS.keys()
assert _TO_CERTIFICATE.keys() == ALIGNED_TARGETS.keys()


class Holder(NamedTuple):
    """A programme or a certificate."""

    id: str
    name: str


class TouchedPair(NamedTuple):
    """A programme and a certificate, and how many rows change what is aligned between them."""

    subject: Holder
    target: Holder
    rows: int


async def read_touched_pairs(run: Run, ends: Iterable[tuple[str, str]]) -> list[TouchedPair]:
    """Give the pairs of these ends of alignments, those with the most rows first."""
    given = list(ends)
    programmes = await _holders(run, {each[0] for each in given}, _TO_PROGRAMME)
    certificates = await _holders(run, {each[1] for each in given}, _TO_CERTIFICATE)
    counted = Counter(
        (programmes[subject], certificates[target])
        for subject, target in given
        if subject in programmes and target in certificates
    )
    pairs = (TouchedPair(*pair, rows) for pair, rows in counted.items())
    return sorted(pairs, key=lambda each: (-each.rows, each.subject.id, each.target.id))


async def _holders(run: Run, ids: Iterable[str], paths: Mapping[str, Iterable[str]]) -> dict[str, Holder]:
    """Give the holder of each; a draft has none here, for no alignment may speak of it."""
    found: dict[str, Holder] = {}
    for name, of_type in paths.items():
        wanted = sorted(each for each in ids if each.partition(":")[0] == name)
        public = f" WHERE {published('n')}" if MODEL.node_types[name].has_drafts else ""
        for path in of_type if wanted else ():
            text = (
                f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}){path}{public} "
                "RETURN n.id, h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName) ORDER BY h.id"
            )
            found |= {row[0]: Holder(row[1], row[2]) for row in await run(Statement(text, {"ids": wanted}))}
    return found
