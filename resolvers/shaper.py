"""From record to answer: a function generated for each plan, so that nothing interprets the plan per row.

It turns the lists of the record into dicts in the order of the selection, and checks every value against the type that
the schema promises. Where a value does not fit (a hole in the data), the check fails and graphql-core walks the shaped
data instead, so that messages, paths and the bubbling of nulls are its own: see ``resolvers.operation``.

The generated source holds names made here and constants written by ``repr``; no caller's value is in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any
from weakref import finalize

from graph.model import MODEL
from graph.model.core import FEW_LIMIT, CodeList, NodeType, Property, Scalar
from graph.model.days import is_day
from graph.model.distinct_names import distinct_name
from graph.query.compile import Compiled
from graph.query.plan import (
    Branches,
    Call,
    Cursor,
    Derived,
    DistinctName,
    EdgeList,
    Few,
    Item,
    Leaf,
    Links,
    Lookup,
    NodeList,
    NodeOfEdge,
    NodeValue,
    One,
    Page,
    PageFact,
    PageInfo,
    PagePart,
    Plan,
    Record,
    RecordItem,
    RecordValue,
    Refused,
    Selection,
    SourceList,
    TotalCount,
    TypeName,
    Unread,
    Value,
)
from graph.query.row_slots import few_keys, is_bare, row_slots, unselected_keys
from resolvers.request.arguments import encode_cursor, fingerprint

# In data that graphql-core will walk, tells the type of an object whose field is of an interface type. No response key.
TYPE_KEY = "\0type"

Shaped = tuple[dict[str, Any], bool]
Shaper = Callable[[Sequence[Any], Mapping[str, Any]], Shaped]


def make_shaper(plan: Plan, compiled: Compiled, *, for_walking: bool) -> Shaper:
    """Generate the function that shapes a record of this plan.

    It takes the columns and the parameters and gives the data with the verdict of the check. ``for_walking`` adds
    ``TYPE_KEY`` to every node.
    """
    code = _Code({id(bind): name for name, bind in compiled.binds}, for_walking=for_walking)
    return code.top(plan)


@dataclass(frozen=True, slots=True)
class _Row:
    """How a row of the record becomes an object: the names it is unpacked into, what is checked, the entries.

    The target ``r`` stands for the row itself.
    """

    target: str
    checks: Sequence[str]
    entries: Sequence[str]

    def lines(self, result: str) -> list[str]:
        """Write the statements that check a row and give its object."""
        check = [f"if not ({' and '.join(self.checks)}): flags.append(True)"] if self.checks else []
        return [*check, result.format("{" + ", ".join(self.entries) + "}")]


def _rank(value: Any) -> tuple[Any, ...]:
    """Make values of any kind comparable: numbers, then texts and what else there is, then unknown ones."""
    if value is None:
        return (2,)
    return (0, value) if isinstance(value, int | float) else (1, str(value))


def _is_by_edition(target: NodeType) -> bool:
    """Whether a small list is in the order of ids, and these in that of editions."""
    return bool(target.editions) and not target.order


def _by_edition(target: NodeType, place: int) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    def key(row: Sequence[Any]) -> tuple[Any, ...]:
        node_id = row[place]
        # What is no id stands last.
        return (0, *target.list_key(node_id)) if isinstance(node_id, str) else (1, *_rank(node_id))

    return key


class _Code:
    """Collects the source of small functions, one for each node of the plan."""

    def __init__(self, parameters: Mapping[int, str], *, for_walking: bool) -> None:
        self._parameters = parameters
        self._for_walking = for_walking
        self._lines: list[str] = []
        self._flags: list[bool] = []
        self._space: dict[str, Any] = {"flags": self._flags, "cursor": encode_cursor, "is_day": is_day, "rank": _rank}
        self._count = 0

    def top(self, plan: Plan) -> Shaper:
        entries, place = [], 0
        for root in plan.roots:
            if isinstance(root, Unread):
                entries.append(f"{root.key!r}: {self._unread(root)}")
                continue
            entries.append(f"{root.key!r}: {self._root(root)}(c[{place}], p)")
            place += 1
        flags = ["flags.append(True)"] if any(isinstance(root, Refused) for root in plan.roots) else []
        self._function("top", "c, p", ["flags.clear()", *flags, f"d = {{{', '.join(entries)}}}", "return d, not flags"])
        exec("\n".join(self._lines), self._space)  # noqa: S102  # our own source: names made here, constants by repr
        shaper: Shaper = self._space.pop("top")
        # The others and what they are defined in refer to each other. Without a plan that uses them they end at once,
        # not when the collector looks: it may have set them apart.
        finalize(shaper, self._space.clear).atexit = False
        return shaper

    # ---- writing

    def _name(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def _function(self, name: str, arguments: str, body: Sequence[str]) -> str:
        self._lines.append(f"def {name}({arguments}):")
        self._lines.extend(f"  {line}" for line in body)
        return name

    def _constant(self, value: Any) -> str:
        name = self._name("k")
        self._space[name] = value
        return name

    def _unread(self, item: Unread) -> str:
        """Write what is known without the graph."""
        return repr(item.value) if isinstance(item, TypeName) else self._constant(item.error)

    # ---- roots

    def _root(self, root: Lookup | Page | Call) -> str:
        match root:
            case Lookup():
                inner = self._one(self._node(root.selection))
                return self._function(self._name("l"), "v, p", [f"return {inner}(v[0], p) if v else None"])
            case Page():
                return self._page(root)
            case Call():
                return self._call(root)

    def _call(self, root: Call) -> str:
        shape = self._record_value(root.answer)
        if not root.answer.is_list:
            return shape
        return self._function(self._name("w"), "v, p", [f"return None if v is None else {shape}(v, p)"])

    # ---- objects

    def _one(self, row: _Row) -> str:
        """Write the function that shapes one row."""
        unpack = [] if row.target == "r" else [f"{row.target}= r"]
        return self._function(self._name("s"), "r, p", [*unpack, *row.lines("return {}")])

    def _all(self, row: _Row, before: Sequence[str] = ()) -> str:
        """Write the function that shapes a list of rows: one loop, since a call for each row costs as much again."""
        loop = [f"for {row.target} in rows:", *(f"  {each}" for each in row.lines("add({})"))]
        body = [*before, "out = []", "add = out.append", *loop, "return out"]
        return self._function(self._name("a"), "rows, p", body)

    def _node(self, selection: Selection, extra: int = 0) -> _Row:
        """Describe the row of a node; ``extra`` values follow that only sort it."""
        kind = [f"{TYPE_KEY!r}: {selection.target.name!r}"] if self._for_walking else []
        values = [each for each in selection.items if not isinstance(each, Unread)]
        places = {id(each): f"v{place}" for place, each in enumerate(values)}
        target = "".join(f"v{place}, " for place in range(len(values) + extra))
        row = self._row(selection.items, places)
        return _Row(target or "r", row.checks, [*kind, *row.entries])

    def _row(self, items: Iterable[Any], places: Mapping[int, str], page: Page | None = None) -> _Row:
        """Describe a row of these items; ``places`` says by identity where the value of an item stands."""
        checks: list[str] = []
        entries: list[str] = []
        for item in items:
            match item:
                case Refused():
                    checks.append("False")
                    text = self._unread(item)
                case TypeName():
                    text = self._unread(item)
                case Cursor():
                    assert page is not None
                    text = f"{self._cursor(page)}(r)"
                case _:
                    text = self._entry(item, places[id(item)], checks)
            entries.append(f"{item.key!r}: {text}")
        return _Row("r", checks, entries)

    def _entry(self, item: Item | NodeOfEdge | RecordItem, value: str, checks: list[str]) -> str:
        match item:
            case Leaf() | Value():
                checks.append(self._check(item.property, value))
                return self._leaf(item.property, value)
            case Derived():
                return self._derived(item, value, checks)
            case DistinctName():
                return f"{self._constant(partial(distinct_name, item.target, item.language))}({value})"
            case SourceList():
                return f"{self._all(self._node(item.selection))}({value}, p)"
            case One():
                return f"{self._one(self._node(item.selection))}({value}[0], p) if {value} else None"
            case Few():
                return f"{self._few(item)}({value}, p)"
            case Links():
                return f"{self._links(item)}({value}, p)"
            case Page():
                return f"{self._page(item)}({value}, p)"
            case NodeOfEdge():
                return f"{self._one(self._node(item.selection))}({value}, p)"
            case RecordValue():
                return f"{self._record_value(item)}({value}, p)"
            case NodeValue():
                return self._node_value(item, value)
            case TypeName() | Refused():
                raise AssertionError("nothing is read for it")

    def _derived(self, item: Derived, value: str, checks: list[str]) -> str:
        make = self._constant(lambda values: item.of.make(values, item.language))
        if item.rows is not None:
            return f"{self._all(self._record(item.rows))}({make}({value}), p)"
        if item.of.field.required:
            # Made of the id alone: it is there where the id is.
            checks.append(self._check(item.of.of[0], f"{value}[0]"))
        return f"{make}({value})"

    @staticmethod
    def _leaf(prop: Property, value: str) -> str:
        return f"([] if {value} is None else {value})" if prop.many else value

    def _check(self, prop: Property, value: str) -> str:
        if prop.many:
            each = self._check_one(prop, "x")
            return f"({value} is None or (type({value}) is list and all([{each} for x in {value}])))"
        check = self._check_one(prop, value)
        return f"({check})" if prop.required else f"({value} is None or {check})"

    def _check_one(self, prop: Property, value: str) -> str:
        match prop.type:
            case CodeList(codes=codes):
                return f"(type({value}) is str and {value} in {self._constant(frozenset(codes))})"
            case Scalar.INT:
                return f"(type({value}) is int and -2147483648 <= {value} <= 2147483647)"
            case Scalar.FLOAT:
                # A whole number would be written without its point, unlike by graphql-core, which then answers instead.
                return f"(type({value}) is float and {value} - {value} == 0)"
            case Scalar.BOOLEAN:
                return f"type({value}) is bool"
            case Scalar.STRING:
                return f"type({value}) is str"
            case Scalar.DATE:
                return f"(type({value}) is str and is_day({value}))"

    # ---- small lists

    def _few(self, item: Few) -> str:
        keys = few_keys(item)
        extra = unselected_keys(item.selection.items, keys)
        selected = [each for each in item.selection.items if not isinstance(each, Unread)]
        places = {each.property.name: place for place, each in enumerate(selected) if isinstance(each, Leaf)}
        places |= {each.name: len(selected) + place for place, each in enumerate(extra)}
        target = MODEL.node_types[item.side.target]
        return self._all(
            self._node(item.selection, len(extra)), self._sort(target, [places[each.name] for each in keys])
        )

    def _links(self, item: Links) -> str:
        values = [each for each in item.items if not isinstance(each, TypeName)]
        row = self._row(item.items, {id(each): f"r[{place}]" for place, each in enumerate(values)})
        if item.is_list:
            target = MODEL.node_types[item.side.target]
            return self._all(row, self._sort(target, range(len(values), len(values) + len(few_keys(item)))))
        return self._function(self._name("m"), "v, p", [f"return {self._one(row)}(v[0], p) if v else None"])

    def _sort(self, target: NodeType, places: Sequence[int]) -> list[str]:
        """Sort rows by the values at these places, unknown ones last, and keep what a small list may hold.

        Known values are compared as they are; only where one is unknown, or of another kind, does a comparison fail.
        """
        known = self._constant(_by_edition(target, places[0]) if _is_by_edition(target) else itemgetter(*places))
        key = ", ".join(f"rank(r[{place}])" for place in places)
        return [
            "if len(rows) > 1:",
            f"  try: rows = sorted(rows, key={known})",
            f"  except TypeError: rows = sorted(rows, key=lambda r: ({key},))",
            f"  if len(rows) > {FEW_LIMIT}: rows = rows[:{FEW_LIMIT}]",
        ]

    # ---- pages

    def _page(self, page: Page) -> str:
        slots = tuple(row_slots(page))
        bare = is_bare(slots)
        limit = self._parameters.get(id(page.limit))
        body = ["rows = v[0]", "if type(v[1]) is not int: flags.append(True)"] if page.total else ["rows = v"]
        body.append("more = False")
        if limit is not None and page.needs_rows:
            body += [f"n = p[{limit!r}] - 1", "if len(rows) > n:", "  more = True", "  rows = rows[:n]"]
        entries, place = [], 0
        for part in page.parts:
            text, used = self._part(part, page, place, bare=bare)
            entries.append(f"{part.key!r}: {text}")
            place += used
        return self._function(self._name("g"), "v, p", [*body, f"return {{{', '.join(entries)}}}"])

    def _part(self, part: PagePart, page: Page, place: int, *, bare: bool) -> tuple[str, int]:
        match part:
            case TypeName():
                return repr(part.value), 0
            case NodeList():
                rows = "rows" if bare else f"[r[{place}] for r in rows]"
                return f"{self._all(self._node(part.selection))}({rows}, p)", 1
            case EdgeList():
                values = [each for each in part.items if not isinstance(each, Cursor | TypeName)]
                places = {id(each): f"r[{number}]" for number, each in enumerate(values, place)}
                return f"{self._all(self._row(part.items, places, page))}(rows, p)", len(values)
            case PageInfo():
                return self._page_info(part, page), 0
            case TotalCount():
                return "v[1]", 0

    def _page_info(self, part: PageInfo, page: Page) -> str:
        texts: dict[PageFact | None, str] = {
            None: "'PageInfo'",
            PageFact.HAS_NEXT: "more",
            PageFact.HAS_PREVIOUS: repr(page.after is not None),
        }
        if page.needs_cursors:
            cursor = self._cursor(page)
            texts[PageFact.START] = f"{cursor}(rows[0]) if rows else None"
            texts[PageFact.END] = f"{cursor}(rows[-1]) if rows else None"
        return "{" + ", ".join(f"{key!r}: {texts[fact]}" for key, fact in part.facts) + "}"

    def _cursor(self, page: Page) -> str:
        made_for = fingerprint(page.target, page.order)
        keys = len(page.order)
        values = ", ".join(["r[-1]", *(f"r[{place - keys - 1}]" for place in range(keys))])
        return self._function(self._name("u"), "r", [f"return cursor({made_for!r}, [{values}])"])

    # ---- records of questions

    def _record_value(self, item: RecordValue) -> str:
        row = self._record(item.record)
        if item.is_list:
            return self._all(row)
        return self._function(self._name("w"), "v, p", [f"return None if v is None else {self._one(row)}(v, p)"])

    def _record(self, record: Record) -> _Row:
        places = {id(each): f"r[{each.place}]" for each in record.items if not isinstance(each, TypeName)}
        return self._row(record.items, places)

    def _node_value(self, item: NodeValue, value: str) -> str:
        inner = self._branches(item.selection)
        if item.is_list:
            return f"[{inner}(x[{item.projection}], p) for x in {value}]"
        one = f"{inner}({value}[{item.projection}], p)"
        return f"(None if {value} is None else {one})" if item.is_optional else one

    def _branches(self, wanted: Selection | Branches) -> str:
        branches = wanted.by_type if isinstance(wanted, Branches) else (wanted,)
        table = ", ".join(f"{each.target.name!r}: {self._one(self._node(each))}" for each in branches)
        name = self._name("b")
        self._lines.append(f"{name}t = {{{table}}}")
        return self._function(
            name, "v, p", ["if v is None:", "  flags.append(True)", "  return None", f"return {name}t[v[0]](v[1], p)"]
        )
