"""The statement of ``coverageCube``: programmes, levels, and the ids of the requirements that each programme covers.

An id names the level of its requirement: one property read for each link spares the way up to the level, and grouping
by several properties. Gathering by requirement instead reads fewer still, and is slower here for its many small lists.
"""

from collections.abc import Collection, Mapping

from graph.model.sides import TRAINING_PLAN_SIDE, CourseSide
from graph.query.plan import ProjectNode
from resolvers.questions.shared.evidence import closed_by, found_nowhere, in_force
from resolvers.questions.shared.national import ANY_MADE_UP, IN_FORCE, OF_MAJOR

Parameters = Mapping[str, str]

_BY_PROGRAMME = "WITH s, collect(r.id) AS ids RETURN [s.id, ids]"

# Conditions by what is filtered: on a major ``m`` by its certificates ``k``, on the plan ``s``, the level ``l``.
_OF_SUITED = {"certificate": "EXISTS {{ MATCH (m)<-[:SUITS]-(g:Certificate) WHERE g.name IN {} }}"}
_OF_PLAN = {
    "college": "EXISTS {{ MATCH (s)<-[:HAS_PLAN]-(g:College) WHERE g.name IN {} }}",
    "province": "EXISTS {{ MATCH (s)<-[:HAS_PLAN]-(:College)-[:LOCATED_IN]->(g:Province) WHERE g.name IN {} }}",
}
_OF_LEVEL = {"certificate": "k.name IN {}", "certificateLevel": "l.level IN {}"}
_OF_REQUIREMENT = {"certificateLevel": "r.level IN {}"}
_OF_COVER = {
    "evidenceBasis": "x.basis IN {}",
    "roles": "x.role IN {}",
    "minStrength": "x.strength >= {}",
    "asOf": in_force("x", "{0}"),
}
_OF_NO_MATCH = {"evidenceBasis": "n.basis IN {}", "asOf": in_force("n", "{0}")}
_OF_REVIEW = {"evidenceBasis": "v.basis IN {}", "asOf": closed_by("v", "{0}")}
_OF_SUITS = {"basis": "u.basis IN {}"}
_OF_STANDARD = {"basis": "l.basis IN {}"}


class CubeStatement:
    """Writes the statement for one kind of programme and the filters that are given."""

    def __init__(self, side: CourseSide, filters: Collection[str], *, is_of_real: bool) -> None:
        """``is_of_real``: evidence of all bases but ILLUSTRATIVE counts, as by default."""
        self._side = side
        self._filters = filters
        self._is_of_real = is_of_real
        self._is_of_plans = side is TRAINING_PLAN_SIDE

    def write(self, parameters: Parameters, _: ProjectNode) -> str:
        single = (self._programmes, self._levels, self._reviewed, self._without)
        programmes, levels, *searched = (f"COLLECT {{ {part(parameters)} }}" for part in single)
        parts = (programmes, levels, self._covered(parameters), *searched)
        return "RETURN [" + ",\n".join(parts) + "]"

    def _given(self, parameters: Parameters, *known: Mapping[str, str]) -> list[str]:
        """Write the conditions of these that are given."""
        wanted = [(name, text) for each in known for name, text in each.items() if name in self._filters]
        return [text.format(parameters[name]) for name, text in wanted]

    def _majors(self, parameters: Parameters) -> str:
        """Write the majors in force, and the plans for them where they are the programmes."""
        start = "MATCH (m:Major)"
        if "major" in self._filters:
            start = f"UNWIND {parameters['major']} AS id MATCH (m:Major {{id: id}})"
        found = f"{start}{_where(IN_FORCE, *self._given(parameters, OF_MAJOR, _OF_SUITED))}"
        if not self._is_of_plans:
            return found
        return f"{found} MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan){_where(*self._given(parameters, _OF_PLAN))}"

    def _programmes(self, parameters: Parameters) -> str:
        suits = _where(*self._given(parameters, _OF_SUITS))
        held = "[(m)<-[:STANDARD_OF]-(s:TeachingStandard) | [s.id, s.year]]"
        if self._is_of_plans:
            province = "[(g)-[:LOCATED_IN]->(v:Province) | v.name]"
            held = f"[[s.id, s.grade, [(s)<-[:HAS_PLAN]-(g:College) | [g.id, g.name, {province}]]]]"
        return (
            f"{self._majors(parameters)} RETURN [m.id, m.name, m.educationLevel, "
            "[(m)-[:PART_OF_CLASS]->(g:MajorClass) | "
            "[g.name, [(g)-[:PART_OF_CATEGORY]->(h:MajorCategory) | h.name]]], "
            f"[(m)<-[u:SUITS]-(k:Certificate){suits} | [k.name, u.certificateLevel]], {held}]"
        )

    def _levels(self, parameters: Parameters) -> str:
        wanted = _where(*self._given(parameters, _OF_LEVEL, _OF_STANDARD))
        return (
            "MATCH (k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)"
            f"{wanted} RETURN [k.name, l.standardCode, l.standardVersion, l.level, l.requirementCount]"
        )

    def _covered(self, parameters: Parameters) -> str:
        """Write what is covered. Of what is all real no link is looked at for its basis: one of two lists is empty."""
        if not self._is_of_real:
            return f"COLLECT {{ {self._covers(parameters, _OF_COVER)} }}"
        plain = {name: text for name, text in _OF_COVER.items() if name != "evidenceBasis"}
        of_real = f"UNWIND [NOT {ANY_MADE_UP}] AS real WITH real WHERE real {self._covers(parameters, plain)}"
        of_all = f"UNWIND [{ANY_MADE_UP}] AS made_up WITH made_up WHERE made_up {self._covers(parameters, _OF_COVER)}"
        return f"COLLECT {{ {of_real} }} + COLLECT {{ {of_all} }}"

    def _covers(self, parameters: Parameters, known: Mapping[str, str]) -> str:
        side = self._side
        wanted = _where(*self._given(parameters, _OF_REQUIREMENT, known))
        return (
            f"{self._majors(parameters)} MATCH {self._held()}"
            f"-[:{side.holds}]->(c:{side.course})-[x:{side.covers}]->(r:SkillRequirement){wanted} "
            f"{_BY_PROGRAMME}"
        )

    def _reviewed(self, parameters: Parameters) -> str:
        wanted = _where(*self._given(parameters, _OF_REQUIREMENT, _OF_REVIEW))
        return (
            f"{self._majors(parameters)} MATCH {self._held()}"
            f"<-[:{self._side.reviews}]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement){wanted} {_BY_PROGRAMME}"
        )

    def _without(self, parameters: Parameters) -> str:
        """Write what every course of a programme was found not to match."""
        wanted = _where("n.status = 'ACCEPTED'", *self._given(parameters, _OF_NO_MATCH))
        no_matches = f"MATCH (n:Alignment {{kind: 'NO_MATCH'}}){wanted} MATCH (n)-[:ALIGNED_TO]->(r:SkillRequirement)"
        return f"{found_nowhere(self._side, no_matches)} {_BY_PROGRAMME}"

    def _held(self) -> str:
        return "(s)" if self._is_of_plans else "(m)<-[:STANDARD_OF]-(s:TeachingStandard)"


def _where(*conditions: str) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
