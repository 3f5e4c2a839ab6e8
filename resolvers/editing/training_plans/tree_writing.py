"""Write what becomes of a training plan: what is new, changed or gone between two trees, in one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.course_outcomes import OUTCOMES
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanValues
from graph.model import MODEL
from graph.query import directory
from graph.query.change_log import Changes
from graph.query.statement import Statement
from resolvers.editing.mutation import EDITORIAL_FACT
from resolvers.editing.training_plans.named_certificates import CERTIFICATE, CERTIFICATES, LEVEL, NAMED, NAMED_VALUES
from resolvers.editing.training_plans.stored_plan import GROUP, LINK_VALUES, LINKED
from seeds.pinyin import pinyin_of

# The parts of a tree that edits change: the type of their nodes, and the link from the plan.
PARTS = {
    "lines": ("PlanCourse", "HAS_PLAN_COURSE"),
    "groups": ("PlanGroup", "HAS_PLAN_GROUP"),
    "targets": ("TargetCertificate", "HAS_TARGET_CERTIFICATE"),
}
_NO_PROPERTIES = frozenset({GROUP, CERTIFICATES, OUTCOMES, LEVEL, CERTIFICATE})
OUTCOME = "CourseOutcome"
_FACT = {"basis": "EDITORIAL", "sourceIds": []}


class Link(NamedTuple):
    """A link by its type and the ids of its ends."""

    type: str
    start: str
    end: str


class LineOutcome(NamedTuple):
    """An outcome of a line."""

    line: str
    values: PlanValues


class WritingStatement:
    """One statement made of clauses, each for every row of its own list."""

    def __init__(self) -> None:
        self._clauses: list[str] = []
        self._params: dict[str, Any] = {}

    def add(self, clauses: str, rows: Sequence[Any]) -> None:
        """Add clauses that see one ``row`` after the other; none where there are no rows."""
        if rows:
            name = f"rows{len(self._params)}"
            self._params[name] = list(rows)
            self._clauses.append(f"UNWIND ${name} AS row {clauses} WITH count(*) AS done")

    def create_parts(self, link: str, holder: str, rows: Sequence[PlanValues]) -> None:
        """Create parts of a plan; it may be made by the same statement."""
        self._create(link, [{"holder": holder, "values": each} for each in rows])

    def create_outcomes(self, outcomes: Sequence["LineOutcome"]) -> None:
        """Create outcomes of lines, which may be made by the same statement."""
        rows = [{"holder": each.line, "values": whole_row(OUTCOME, each.values)} for each in outcomes]
        self._create("PLAN_HAS_OUTCOME", rows)

    def _create(self, link: str, rows: Sequence[PlanValues]) -> None:
        ends = MODEL.relationships[link]
        clauses = (
            f"MATCH (h:{ends.start} {{id: row.holder}}) CREATE (h)-[:{link} {EDITORIAL_FACT}]->"
            f"(n:{ends.end}) SET n = row.values"
        )
        self.add(clauses, rows)

    def change(self, type_name: str, rows: Mapping[str, PlanValues]) -> None:
        """Give nodes these values in place of all that they have."""
        clauses = f"MATCH (n:{type_name} {{id: row.id}}) SET n = row.values"
        self.add(clauses, [{"id": key, "values": each} for key, each in rows.items()])

    def remove(self, type_name: str, ids: Sequence[str]) -> None:
        """Remove nodes with their links."""
        self.add(f"MATCH (n:{type_name} {{id: row}}) DETACH DELETE n", ids)

    def link(self, links: Mapping[Link, PlanValues]) -> None:
        """Make links between nodes that are there, or were created before; an end that is not there has none."""
        for name in sorted({each.type for each in links}):
            rows = [
                {"start": each.start, "end": each.end, "values": {**_FACT, **values}}
                for each, values in links.items()
                if each.type == name
            ]
            self.add(f"{_ends(name)} MERGE (a)-[l:{name}]->(b) SET l = row.values", rows)

    def unlink(self, links: Sequence[Link]) -> None:
        """Remove links."""
        for name in sorted({each.type for each in links}):
            rows = [{"start": each.start, "end": each.end} for each in links if each.type == name]
            self.add(f"{_ends(name)} MATCH (a)-[l:{name}]->(b) DELETE l", rows)

    def statement(self) -> Statement:
        """Give the statement."""
        return Statement(" ".join([*self._clauses, "RETURN 1"]), self._params)


def _ends(name: str) -> str:
    each = MODEL.relationships[name]
    return f"MATCH (a:{each.start} {{id: row.start}}) MATCH (b:{each.end} {{id: row.end}})"


def tree_statement(plan: str, before: PlanTree, after: PlanTree, totals: Sequence[PlanValues] = ()) -> Statement:
    """Write what differs between two trees of a plan that is there, and our figures of its totals."""
    writing = WritingStatement()
    writing.change("TrainingPlan", {plan: whole_row("TrainingPlan", after.plan)})
    old_outcomes, new_outcomes = outcomes_of(before), outcomes_of(after)
    writing.remove(OUTCOME, [key for key in old_outcomes if key not in new_outcomes])
    for part, (type_name, link) in PARTS.items():
        old, new = getattr(before, part), getattr(after, part)
        writing.remove(type_name, [key for key in old if key not in new])
        writing.create_parts(link, plan, [whole_row(type_name, new[key]) for key in new if key not in old])
        changed = {key: whole_row(type_name, each) for key, each in new.items() if key in old and each != old[key]}
        writing.change(type_name, changed)
    writing.create_outcomes([each for key, each in new_outcomes.items() if key not in old_outcomes])
    writing.change(OUTCOME, {key: whole_row(OUTCOME, each.values) for key, each in _changed_outcomes(before, after)})
    old_links, new_links = links_of(plan, before), links_of(plan, after)
    writing.unlink([each for each in old_links if each not in new_links and _stays(each, after)])
    writing.link({each: values for each, values in new_links.items() if old_links.get(each) != values})
    ours = "SET n.leastOurs = row.leastOurs, n.mostOurs = row.mostOurs"
    writing.add(f"MATCH (n:PlanTotal {{id: row.id}}) {ours}", totals)
    return writing.statement()


def _stays(link: Link, after: PlanTree) -> bool:
    """Whether the start of a link is there after all: the links of a node that is removed go with it."""
    return link.type == NAMED or link.start in after.lines or link.start in after.targets


def outcomes_of(tree: PlanTree) -> dict[str, LineOutcome]:
    """Give the outcomes of the lines of a tree by their ids."""
    return {each["id"]: LineOutcome(key, each) for key, line in tree.lines.items() for each in line.get(OUTCOMES) or ()}


def _changed_outcomes(before: PlanTree, after: PlanTree) -> Iterator[tuple[str, LineOutcome]]:
    old = outcomes_of(before)
    return ((key, each) for key, each in outcomes_of(after).items() if key in old and each != old[key])


def whole_row(type_name: str, values: PlanValues) -> dict[str, Any]:
    """Give the whole values of a node as they are stored."""
    node_type = MODEL.node_types[type_name]
    own = {name: value for name, value in values.items() if name not in _NO_PROPERTIES}
    return {**{each.name: [] for each in node_type.stored if each.many}, **own}


def links_of(plan: str, tree: PlanTree) -> dict[Link, dict[str, Any]]:
    """Give the links of a tree to groups, certificates and levels, with the values of each."""
    return dict([*_links_of_lines(tree), *_links_of_certificates(plan, tree)])


def _links_of_lines(tree: PlanTree) -> Iterator[tuple[Link, dict[str, Any]]]:
    for key, line in tree.lines.items():
        if line.get(GROUP) is not None:
            yield Link("CHOICE_OF", key, line[GROUP]), {}
        for certificate, *values in line.get(CERTIFICATES) or ():
            yield Link(LINKED, key, certificate), dict(zip(LINK_VALUES, values, strict=True))


def _links_of_certificates(plan: str, tree: PlanTree) -> Iterator[tuple[Link, dict[str, Any]]]:
    for key, target in tree.targets.items():
        if target.get(LEVEL) is not None:
            yield Link("TARGETS_LEVEL", key, target[LEVEL]), {}
    for certificate, *values in tree.plan.get(CERTIFICATES) or ():
        yield Link(NAMED, plan, certificate), dict(zip(NAMED_VALUES, values, strict=True))


def with_pinyin(type_name: str, values: PlanValues) -> dict[str, Any]:
    """Give values with the pinyin by which the node is searched."""
    node_type = MODEL.node_types[type_name]
    searched = {each.name: values.get(each.name) for each in node_type.searched}
    return {**values, **({"pinyin": pinyin_of(node_type, searched)} if searched else {})}


def directory_changes(plan: str, before: PlanTree, after: PlanTree) -> Changes:
    """Give what a change of a tree is to the directory."""
    changes = {plan: directory.entry_of(MODEL.node_types["TrainingPlan"], {**after.plan, "id": plan})}
    for part, (type_name, _) in PARTS.items():
        old, new = getattr(before, part), getattr(after, part)
        node_type = MODEL.node_types[type_name]
        entries = {key: directory.entry_of(node_type, {**each, "id": key}) for key, each in new.items()}
        known = {key: directory.entry_of(node_type, {**each, "id": key}) for key, each in old.items()}
        changes |= {key: entry for key, entry in entries.items() if known.get(key) != entry}
        changes |= dict.fromkeys(key for key in old if key not in new)
    known_outcomes, outcomes = (
        entries_of(OUTCOME, [each.values for each in outcomes_of(tree).values()]) for tree in (before, after)
    )
    changed = {key: entry for key, entry in outcomes.items() if known_outcomes.get(key) != entry}
    return {**changes, **changed, **dict.fromkeys(key for key in known_outcomes if key not in outcomes)}


def entries_of(type_name: str, parts: Iterable[PlanValues]) -> Changes:
    """Give what the directory holds of nodes of a type."""
    return {str(each["id"]): directory.entry_of(MODEL.node_types[type_name], each) for each in parts}
