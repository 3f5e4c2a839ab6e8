"""From plan to Cypher: one statement for the whole operation, one column for each root field, one record.

Values travel as lists, not maps (half the bytes). The text is a pure function of the plan and the model: names come
from the model only, so none needs quoting, and every value of the caller is a parameter
(docs/adr/0002-one-statement-one-record.md).

Two facts of the embedded engine shape the text. Inside ``CALL`` it seeks an index for equality only, so a single root
field stands without ``CALL``, and ids are unwound and sought one by one. Ordered ``COLLECT`` is slow there, so lists
that are small by nature are pattern comprehensions, sorted by the shaper.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from graph.model import MODEL
from graph.model.core import NodeType, Side
from graph.model.drafts import NO_COLLEGE, READER, visible
from graph.query import cypher
from graph.query.anchors import Hop, way_from_few
from graph.query.change_log import HELD, news
from graph.query.plan import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Bind,
    Branches,
    Call,
    Compare,
    Comparison,
    Condition,
    Derived,
    DistinctName,
    Few,
    InForceOn,
    Item,
    Leaf,
    Links,
    Lookup,
    NodeList,
    NodeOfEdge,
    Not,
    One,
    Page,
    Plan,
    Quantifier,
    QuestionText,
    Refused,
    Related,
    Root,
    Selection,
    SortKey,
    SourceList,
    TypeName,
    Unread,
)
from graph.query.revision import MATCH_REVISION
from graph.query.row_slots import RowSlot, few_keys, is_bare, row_slots, unselected_keys

# The parameter that holds those of each request of a batch.
REQUESTS = "requests"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The text of a plan's statement and the value behind each parameter. No text: the plan needs no statement.

    ``questions`` holds, for each column, the question's text whose answer is made of it; None: it is no question's.
    """

    text: str
    binds: tuple[tuple[str, Bind], ...]
    columns: tuple[Root, ...]
    questions: tuple[QuestionText | None, ...]


def compile_plan(plan: Plan) -> Compiled:
    """Write the statement of a plan: one record, one column for each root field that reads the graph.

    A plan that uses the directory gets what became of the graph's revision as its last column, read after all others:
    both engines read what is committed by then. Where it is still the directory's, nothing was written between the two.
    """
    writer = _Writer()
    text, _ = _written(plan, writer)
    columns = _reading(plan)
    return Compiled(text, tuple(writer.binds), columns, tuple(writer.questions.get(id(each)) for each in columns))


@dataclass(frozen=True, slots=True)
class CompiledBatch:
    """The text that runs a plan for several requests at once: ``$requests`` holds the parameters of each.

    It gives one list of rows, each the request's place and its columns. Requests of one batch have the parameters
    ``shared`` in common: Cypher takes for a LIMIT no value that differs from row to row.
    """

    text: str
    shared: tuple[str, ...]


def compile_batch(plan: Plan) -> CompiledBatch | None:
    """Write the statement that runs a plan for several requests at once; None where it cannot be written.

    Only what is found by keys is batched. A question's statement may open a ``CALL`` of its own, into which the
    request's parameters would not reach, and within ``CALL`` the embedded engine does not search by a range.
    """
    if not _reading(plan) or not all(map(_is_found_by_key, _reading(plan))):
        return None
    writer = _Writer(own="q.")
    text, columns = _written(plan, writer)
    return CompiledBatch(
        f"UNWIND range(0, size(${REQUESTS}) - 1) AS place\nWITH place, ${REQUESTS}[place] AS q\n"
        f"CALL (q) {{\n{text}\n}}\n"
        f"WITH [place, {', '.join(columns)}] AS row ORDER BY row[0]\nRETURN collect(row) AS rows",
        tuple(sorted(writer.shared)),
    )


def _is_found_by_key(root: Root) -> bool:
    return isinstance(root, Lookup) or (isinstance(root, Page) and root.ids is not None and root.total is None)


def _reading(plan: Plan) -> tuple[Root, ...]:
    return tuple(root for root in plan.roots if not isinstance(root, Unread))


def _written(plan: Plan, writer: "_Writer") -> tuple[str, list[str]]:
    """Write the text and name its columns."""
    bodies = [writer.root(root, f"c{place}") for place, root in enumerate(_reading(plan))]
    columns = [f"c{place}" for place in range(len(bodies))]
    if len(bodies) + plan.uses_directory < 2:
        return "".join(bodies), columns
    calls = [f"CALL ({writer.own.rstrip('$.')}) {{\n{body}\n}}" for body in bodies]
    if not plan.uses_directory:
        return "\n".join([*calls, f"RETURN {', '.join(columns)}"]), columns
    writer.binds.append((HELD, _HELD))
    shown = f"{news(writer.own + HELD)} AS news"
    returned = f"RETURN {', '.join([*columns, shown])}"
    return "\n".join([*calls, MATCH_REVISION, returned]), [*columns, "news"]


def _known_first_key(page: Page, node: str) -> str:
    """Say of an indexed sort key what the model says, that it has a value: Neo4j then reads the index in order."""
    first = page.order[0].property if page.order else None
    return f"{node}.{first.name} IS NOT NULL" if first and first.indexed and first.required else ""


def _edition_place(node_type: NodeType, node_id: str) -> str:
    """Write the place of an id's edition among those of its type, as ``NodeType.list_key`` gives it."""
    cases = (
        f"WHEN {node_id} STARTS WITH '{each}' THEN {place}" for place, each in enumerate(node_type.edition_prefixes)
    )
    return f"CASE {' '.join(cases)} ELSE {len(node_type.editions)} END"


_HELD = Bind(HELD, lambda inputs: inputs.directory.revision)
_READER = Bind(READER, lambda inputs: inputs.reader or NO_COLLEGE)


class _Writer:
    """Collects parameters and fresh variables while the text is written.

    ``own`` stands before the name of a parameter: ``$``, or what holds the parameters of one request of a batch.
    """

    def __init__(self, own: str = "$") -> None:
        self.own = own
        # What a WITH must hand on, so that the parameters of a batch's request stay known below it.
        self.kept = "" if own == "$" else f"{own.rstrip('.')}, "
        self.binds: list[tuple[str, Bind]] = []
        self.shared: set[str] = set()
        self._names = {REQUESTS, READER, HELD}
        # By the identity of their roots.
        self.questions: dict[int, QuestionText] = {}
        self._variables = 0

    def parameter(self, bind: Bind) -> str:
        name = self._name(re.sub(r"\W", "_", bind.label, flags=re.ASCII))
        self.binds.append((name, bind))
        return f"{self.own}{name}"

    def _visible(self, node: str, node_type: NodeType) -> str:
        """Write that the caller may read a node; nothing, where all may."""
        if not node_type.has_drafts:
            return ""
        self._bind_reader()
        return visible(node, f"{self.own}{READER}")

    def _bind_reader(self) -> None:
        if (READER, _READER) not in self.binds:
            self.binds.append((READER, _READER))

    def _name(self, base: str) -> str:
        """Name a parameter after what it holds: ``$first``, and the next of that label ``$first_2``."""
        name, number = base, 1
        while name in self._names:
            number += 1
            name = f"{base}_{number}"
        self._names.add(name)
        return name

    def limit(self, bind: Bind) -> str:
        """Write a LIMIT, whose value is the same for all requests of a batch."""
        name = self.parameter(bind).removeprefix(self.own)
        self.shared.add(name)
        return f"LIMIT ${name}"

    def variable(self, letter: str = "n") -> str:
        self._variables += 1
        return f"{letter}{self._variables - 1}"

    # ---- roots

    def root(self, root: Root, column: str) -> str:
        match root:
            case Lookup():
                return self._lookup(root, column)
            case Page():
                return self._root_page(root, column)
            case Call():
                return self._call(root, column)
            case TypeName() | Refused():
                raise AssertionError("nothing is read for it")
            case _:
                assert_never(root)

    def _lookup(self, root: Lookup, column: str) -> str:
        node = self.variable()
        keys = ", ".join(f"{prop.name}: {self.parameter(bind)}" for prop, bind in root.by)
        where = self._where(node, root.where, self._visible(node, root.selection.target))
        wanted = self.selection(node, root.selection)
        return f"MATCH ({node}:{root.selection.target.name} {{{keys}}}){where}\nRETURN collect({wanted}) AS {column}"

    def _root_page(self, page: Page, column: str) -> str:
        node = self.variable()
        rows = self._searched(page, node) if page.ids is None else self._listed(page, node, page.ids)
        if page.total is None:
            return f"{rows}\nRETURN collect({self._row(page, node, None)}) AS {column}"
        total = self._total(page)
        if not page.needs_rows:
            return f"RETURN [[], {total}] AS {column}"
        return f"{rows}\nWITH collect({self._row(page, node, None)}) AS rows\nRETURN [rows, {total}] AS {column}"

    def _listed(self, page: Page, node: str, ids: Bind) -> str:
        self.parameter(page.limit)  # the shaper's, to tell whether there is a next page
        found = f"UNWIND {self.parameter(ids)} AS id\nMATCH ({node}:{page.target.name} {{id: id}})"
        where = self._where(node, EVERYTHING, self._visible(node, page.target))
        return f"{found}{where}\nWITH {self.kept}{node} ORDER BY {self._order(node, page)}"

    def _searched(self, page: Page, node: str) -> str:
        found = self._found(page, node, self._after(page, node), _known_first_key(page, node))
        return f"{found}\nWITH {node} ORDER BY {self._order(node, page)} {self.limit(page.limit)}"

    def _found(self, page: Page, node: str, *more: str) -> str:
        """Write how the nodes of a root page are found, each once; ``more`` conditions hold for them."""
        way = way_from_few(page.where)
        if way is None:
            where = self._where(node, page.where, *more, self._visible(node, page.target))
            return f"MATCH ({node}:{page.target.name}){where}"
        *hops, last = way.hops
        far = self.variable()
        shown = self._visible(far, MODEL.node_types[way.node_type])
        text = f"MATCH ({far}:{way.node_type}){self._where(far, way.condition, shown)}"
        for hop in hops:
            near = self.variable()
            text, far = f"{text}\n{self._hop(far, hop, near)}", near
        return f"{text}\n{self._hop(far, last, node, *more)}"

    def _hop(self, far: str, hop: Hop, near: str, *more: str) -> str:
        """Write one link of a way; in a clause of its own, so that a way may go there and back over the same link."""
        link = self.variable("r") if hop.related.bases else ""
        shown = self._visible(near, MODEL.node_types[hop.related.side.owner])
        where = self._where(near, hop.condition, self._on_basis(link, hop.related.bases), *more, shown)
        return f"MATCH {hop.related.side.pattern_back(far, link, near)}{where}\nWITH DISTINCT {near}"

    def _total(self, page: Page) -> str:
        if page.ids is not None and page.total is not None:
            return self.parameter(page.total)
        node = self.variable()
        found = self._found(page, node)
        return cypher.count(found, f"RETURN {node}" if "\n" in found else "")

    def _call(self, root: Call, column: str) -> str:
        names = {bind.label: self.parameter(bind) for bind in root.binds}

        def project(field_name: str, node: str, type_name: str | None) -> str:
            wanted = [self.projection(node, each, type_name) for each in root.nodes.get(field_name, ())]
            return f"[{', '.join(wanted)}]"

        written = self.questions[id(root)] = root.write(names, project)
        if f"${READER}" in written.text:
            self._bind_reader()
        return f"{written.text} AS {column}"

    # ---- what is wanted of a node

    def projection(self, node: str, wanted: Selection | Branches, type_name: str | None) -> str:
        """Write a node whose type may be known only when it is read: its type first, then its values."""
        branches = wanted.by_type if isinstance(wanted, Branches) else (wanted,)
        if type_name is not None:
            (branch,) = (each for each in branches if each.target.name == type_name)
            return f"['{type_name}', {self.selection(node, branch)}]"
        cases = " ".join(
            f"WHEN {node}:{each.target.name} THEN ['{each.target.name}', {self.selection(node, each)}]"
            for each in branches
        )
        return f"CASE {cases} END"

    def selection(self, node: str, wanted: Selection, *extra: str) -> str:
        values = [self._item(node, each) for each in wanted.items if not isinstance(each, Unread)]
        return f"[{', '.join((*values, *extra))}]"

    def _item(self, node: str, item: Item) -> str:
        match item:
            case Leaf():
                return f"{node}.{item.property.name}"
            case Derived():
                return f"[{', '.join(f'{node}.{each.name}' for each in item.of.of)}]"
            case DistinctName():
                return cypher.name_values(node, item.target)
            case SourceList():
                return self._sources(node, item)
            case One():
                return self._one(node, item)
            case Few():
                return self._few(node, item)
            case Links():
                return self._links(node, item)
            case Page():
                return self._nested_page(node, item)
            case TypeName() | Refused():
                raise AssertionError("nothing is read for it")
            case _:
                assert_never(item)

    def _sources(self, holder: str, item: SourceList) -> str:
        source, key = self.variable("s"), self.variable("k")
        wanted = self.selection(source, item.selection)
        return (
            f"COLLECT {{ UNWIND {holder}.sourceIds AS {key} MATCH ({source}:Source {{id: {key}}}) "
            f"RETURN {wanted} ORDER BY {source}.id }}"
        )

    def _one(self, node: str, item: One) -> str:
        link, target = self.variable("r"), self.variable()
        where = self._where(target, EVERYTHING, self._visible(target, item.selection.target))
        return f"[{item.side.pattern(node, link, target)}{where} | {self.selection(target, item.selection)}]"

    def _few(self, node: str, item: Few) -> str:
        def row(_: str, target: str) -> str:
            extra = (f"{target}.{each.name}" for each in unselected_keys(item.selection.items, few_keys(item)))
            return self.selection(target, item.selection, *extra)

        return self._comprehension(node, item, row)

    def _links(self, node: str, item: Links) -> str:
        def row(link: str, target: str) -> str:
            values = [self._slot(each, target, link) for each in item.items if not isinstance(each, TypeName)]
            return f"[{', '.join((*values, *(f'{target}.{each.name}' for each in few_keys(item))))}]"

        return self._comprehension(node, item, row)

    def _comprehension(self, node: str, item: Few | Links, row: Callable[[str, str], str]) -> str:
        link, target = self.variable("r"), self.variable()
        text = row(link, target)
        shown = self._visible(target, MODEL.node_types[item.side.target])
        where = self._where(target, item.where, self._on_basis(link, item.bases), shown)
        return f"[{item.side.pattern(node, link, target)}{where} | {text}]"

    # ---- pages

    def _nested_page(self, node: str, page: Page) -> str:
        assert page.side is not None
        if page.total is None:
            return self._nested_rows(node, page, page.side)
        link, target = self.variable("r"), self.variable()
        pattern = page.side.pattern(node, link, target)
        where = self._where(target, page.where, self._on_basis(link, page.bases), self._visible(target, page.target))
        total = f"COUNT {{ MATCH {pattern}{where} }}"
        # Written also where only the count is asked: a page size or cursor that is refused, is refused everywhere.
        rows = self._nested_rows(node, page, page.side)
        return f"[{rows if page.needs_rows else '[]'}, {total}]"

    def _nested_rows(self, node: str, page: Page, side: Side) -> str:
        link, target = self.variable("r"), self.variable()
        shown = self._visible(target, page.target)
        where = self._where(target, page.where, self._on_basis(link, page.bases), self._after(page, target), shown)
        row = self._row(page, target, link)
        order = self._order(target, page)
        limit = self.limit(page.limit)
        return f"COLLECT {{ MATCH {side.pattern(node, link, target)}{where} RETURN {row} ORDER BY {order} {limit} }}"

    def _row(self, page: Page, node: str, link: str | None) -> str:
        slots = tuple(row_slots(page))
        if is_bare(slots):
            return self._slot(slots[0], node, link)
        return f"[{', '.join(self._slot(each, node, link) for each in slots)}]"

    def _slot(self, slot: RowSlot, node: str, link: str | None) -> str:
        match slot:
            case NodeList() | NodeOfEdge():
                return self.selection(node, slot.selection)
            case Leaf():
                return f"{link}.{slot.property.name}"
            case Derived():
                return f"[{', '.join(f'{link}.{each.name}' for each in slot.of.of)}]"
            case SourceList():
                return self._sources(link or node, slot)
            case SortKey():
                return f"{node}.{slot.property.name}"
            case _:
                assert_never(slot)

    def _order(self, node: str, page: Page) -> str:
        keys = [f"{node}.{each.property.name}{' DESC' if each.descending else ''}" for each in page.order]
        if not keys and page.target.editions:
            keys = [_edition_place(page.target, f"{node}.id")]
        return ", ".join((*keys, f"{node}.id"))

    def _after(self, page: Page, node: str) -> str:
        """Write "later than the cursor": later by the first key, or equal by it and later by the rest."""
        if page.after is None:
            return ""
        after = self.parameter(page.after.id)
        text = f"{node}.id > {after}"
        if not page.order and page.target.editions:
            place, beyond = (_edition_place(page.target, each) for each in (f"{node}.id", after))
            text = f"({place} > {beyond} OR ({place} = {beyond} AND {text}))"
        for key, bind in reversed(tuple(zip(page.order, page.after.values, strict=True))):
            text = self._later(f"{node}.{key.property.name}", key, self.parameter(bind), text)
        return text

    @staticmethod
    def _later(value: str, key: SortKey, bound: str, rest: str) -> str:
        sign = "<" if key.descending else ">"
        if key.property.required:
            return f"({value} {sign} {bound} OR ({value} = {bound} AND {rest}))"
        beyond_null = (
            f"({bound} IS NULL AND {value} IS NOT NULL)"
            if key.descending
            else f"({bound} IS NOT NULL AND {value} IS NULL)"
        )
        equal = f"({value} = {bound} OR ({value} IS NULL AND {bound} IS NULL))"
        return f"({value} {sign} {bound} OR {beyond_null} OR ({equal} AND {rest}))"

    # ---- conditions

    def _where(self, node: str, condition: Condition, *more: str) -> str:
        parts = condition.conditions if isinstance(condition, AllOf) else (condition,)
        texts = [*(self.condition(node, each) for each in parts), *filter(None, more)]
        return f" WHERE {' AND '.join(texts)}" if texts else ""

    def _on_basis(self, link: str, bases: Bind | None) -> str:
        return f"{link}.basis IN {self.parameter(bases)}" if bases else ""

    def condition(self, node: str, condition: Condition) -> str:
        match condition:
            case Compare():
                return self._compare(node, condition)
            case AllOf():
                return "(" + (" AND ".join(self.condition(node, each) for each in condition.conditions) or "true") + ")"
            case AnyOf():
                return "(" + (" OR ".join(self.condition(node, each) for each in condition.conditions) or "false") + ")"
            case Not():
                return f"NOT coalesce({self.condition(node, condition.condition)}, false)"
            case Related():
                return self._related(node, condition)
            case InForceOn():
                day = self.parameter(condition.day)
                begun = f"coalesce({node}.validFrom, {day}) <= {day}"
                return f"({begun} AND ({node}.validTo IS NULL OR {node}.validTo > {day}))"
            case _:
                assert_never(condition)

    def _compare(self, node: str, condition: Compare) -> str:
        value = f"{node}.{condition.property.name}"
        if condition.value is None:
            return f"{value} {condition.comparison}"
        bound = self.parameter(condition.value)
        if condition.comparison is Comparison.HAS:
            return f"{bound} IN {value}"
        return f"{value} {condition.comparison} {bound}"

    def _related(self, node: str, condition: Related) -> str:
        target = self.variable()
        link = self.variable("r") if condition.bases else ""
        pattern = condition.side.pattern(node, link, target)
        more = self._on_basis(link, condition.bases), self._visible(target, MODEL.node_types[condition.side.target])
        match condition.quantifier:
            case Quantifier.SOME:
                return f"EXISTS {{ MATCH {pattern}{self._where(target, condition.condition, *more)} }}"
            case Quantifier.NONE:
                return f"NOT EXISTS {{ MATCH {pattern}{self._where(target, condition.condition, *more)} }}"
            case Quantifier.ALL:
                return f"NOT EXISTS {{ MATCH {pattern}{self._where(target, Not(condition.condition), *more)} }}"
            case _:
                assert_never(condition.quantifier)
