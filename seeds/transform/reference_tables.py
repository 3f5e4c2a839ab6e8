"""Read the reference tables; collect nodes and links; write them as seed files."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns, optional_columns
from graph.model.core import LINK_FACT, CodeList, NodeType, Property, Relationship, Scalar
from seeds.checks.cell_values import LIST_MARK

PropertyValue = str | int | float | bool | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a reference table; ``line`` is its line in the file (the header is line 1)."""

    file: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column].strip()

    def items(self, column: str, mark: str = ";") -> list[str]:
        """Split a list-valued cell; an empty cell is an empty list."""
        return [part.strip() for part in self[column].split(mark) if part.strip()]


@dataclass(frozen=True, slots=True)
class Reference:
    """The folder of reference facts."""

    folder: Path

    def rows(self, file: str) -> Iterator[TableRow]:
        """Give the rows of a table, in the order of the file."""
        with (self.folder / file).open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            for values in reader:
                yield TableRow(file, reader.line_num, {name: text or "" for name, text in values.items()})


@dataclass(slots=True)
class Report:
    """What could not be carried, and why. Nothing is left out without a line here."""

    lines: list[tuple[str, int, str, str]] = field(default_factory=list)

    def add(self, row: TableRow, value: str, reason: str) -> None:
        """Note that ``value`` of ``row`` was not carried as a node or a link."""
        self.lines.append((row.file, row.line, value, reason))

    def add_file(self, file: str, value: str, reason: str) -> None:
        """Note something that concerns a whole file or column; its row is 0."""
        self.lines.append((file, 0, value, reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """On what a node or a link rests: the columns ``basis``, ``sourceIds`` and ``sourceNote``."""

    basis: str
    sources: tuple[str, ...]
    note: str | None = None

    def noting(self, note: str | None) -> "Fact":
        """Give the same fact with this note."""
        return replace(self, note=note)

    def columns(self) -> dict[str, PropertyValue]:
        """Give the three columns."""
        return {"basis": self.basis, "sourceIds": self.sources, "sourceNote": self.note}


# The stronger basis first: a link stated by an official document and by a report is official.
_BASES = ("OFFICIAL", "REPORTED", "EDITORIAL", "ILLUSTRATIVE")


@dataclass(slots=True)
class Seeds:
    """The nodes and links carried so far, each in its set of files."""

    nodes: dict[str, tuple[str, NodeType, dict[str, PropertyValue]]] = field(default_factory=dict)
    links: dict[tuple[str, str, str], tuple[str, dict[str, PropertyValue]]] = field(default_factory=dict)
    # Other names by which a node is found, as a source ties them to it: name to node id.
    other_names: dict[str, str] = field(default_factory=dict)
    _of_type: dict[str, list[str]] = field(default_factory=dict)

    def node(self, seed_set: str, type_name: str, values: Mapping[str, PropertyValue], fact: Fact | None = None) -> str:
        """Add a node and give its id.

        Raises: ValueError if a node of this id exists, a property is not in the model, or a required one has no value.
        """
        node_type = MODEL.node_types[type_name]
        filled = {**values, **(fact.columns() if fact else {})}
        node_id = node_type.id_of(filled)
        if node_id in self.nodes:
            raise ValueError(f"{node_id} is added twice")
        _check(node_id, filled, [each for each in node_type.stored if each.name != "id"])
        self.nodes[node_id] = (seed_set, node_type, filled)
        self._of_type.setdefault(type_name, []).append(node_id)
        return node_id

    def link(self, seed_set: str, type_name: str, ends: tuple[str, str], fact: Fact, **own: PropertyValue) -> None:
        """Add a link, or merge it into the one that already says the same (see ``_merged``)."""
        relationship = MODEL.relationships[type_name]
        filled = {**own, **fact.columns()}
        _check(f"{type_name} {ends}", filled, [*relationship.properties, *LINK_FACT])
        key = (type_name, *ends)
        if key in self.links:
            kept_set, before = self.links[key]
            self.links[key] = (kept_set, _merged(before, filled, relationship))
        else:
            self.links[key] = (seed_set, filled)

    def values(self, node_id: str) -> dict[str, PropertyValue]:
        """Give the values of a node that was added."""
        return self.nodes[node_id][2]

    def ids(self, type_name: str) -> tuple[str, ...]:
        """Give the ids of the nodes of one type, in the order in which they were added."""
        return tuple(self._of_type.get(type_name, ()))

    def missing_ends(self, others: Iterable[str] = ()) -> list[str]:
        """List the ends of links that no node has, neither here nor in ``others``."""
        known = {*self.nodes, *others}
        return sorted({end for key in self.links for end in key[1:] if end not in known})


def _check(where: str, values: Mapping[str, PropertyValue], properties: Sequence[Property]) -> None:
    by_name = {each.name: each for each in properties}
    unknown = set(values) - set(by_name)
    if unknown:
        raise ValueError(f"{where}: not in the model: {sorted(unknown)}")
    for each in properties:
        value = values.get(each.name)
        if each.required and value in (None, ""):
            raise ValueError(f"{where}: {each.name} is required")
        if isinstance(each.type, CodeList) and value is not None and value not in each.type.codes:
            raise ValueError(f"{where}: {each.name} has no code {value!r}")


def _merged(
    before: Mapping[str, PropertyValue], after: Mapping[str, PropertyValue], relationship: Relationship
) -> dict[str, PropertyValue]:
    """Join two rows of the same link.

    Sources are united. Differing texts are joined by ``; ``. Differing codes, numbers and dates become null: the link
    then speaks of none in particular, and the note keeps what each row said.
    """
    merged = dict(before)
    notes = [before["sourceNote"], after["sourceNote"]]
    for each in relationship.properties:
        one, other = before.get(each.name), after.get(each.name)
        if one == other:
            continue
        if each.type is Scalar.STRING and one is not None and other is not None:
            merged[each.name] = _joined([str(one), str(other)])
        elif each.type is Scalar.STRING:
            merged[each.name] = one or other
        else:
            merged[each.name] = None
            notes.append(f"{each.name}: {one or 'none'} / {other or 'none'}")
    merged["basis"] = min(str(before["basis"]), str(after["basis"]), key=_BASES.index)
    merged["sourceIds"] = tuple(dict.fromkeys((*texts(before["sourceIds"]), *texts(after["sourceIds"]))))
    merged["sourceNote"] = _joined([str(note) for note in notes if note]) or None
    return merged


def texts(value: PropertyValue) -> tuple[str, ...]:
    """Give the items of a list value; anything else has none."""
    return tuple(value) if isinstance(value, tuple | list) else ()


def _joined(texts: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(part for text in texts for part in text.split("; ")))


def write_seeds(seeds: Seeds, folder: Path) -> None:
    """Write every set; files of these sets that are no longer needed are removed, SOURCE.md stays."""
    sets = {each[0] for each in seeds.nodes.values()} | {each[0] for each in seeds.links.values()}
    for path in (each for name in sets for each in (folder / name).glob("*/*.csv")):
        path.unlink()
    for file, table in _tables(seeds).items():
        write_table(folder / file, table)


def write_table(path: Path, table: Sequence[Sequence[str]]) -> None:
    r"""Write a table as CSV: UTF-8, commas, minimal quoting, ``\n``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(table)


def _tables(seeds: Seeds) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    optional = _optional_in_use(seeds)
    for node_id, (seed_set, node_type, values) in sorted(seeds.nodes.items()):
        columns = [each.name for each in (*node_columns(node_type), *optional.get((seed_set, node_type.name), ()))]
        table = found.setdefault(f"{seed_set}/nodes/{node_type.name}.csv", [columns])
        table.append([node_id, *(_cell(values.get(column)) for column in columns[1:])])
    for (type_name, start, end), (seed_set, values) in sorted(seeds.links.items()):
        columns = [each.name for each in link_columns(MODEL.relationships[type_name])]
        table = found.setdefault(f"{seed_set}/links/{type_name}.csv", [columns])
        table.append([start, end, *(_cell(values.get(column)) for column in columns[2:])])
    return found


def _optional_in_use(seeds: Seeds) -> dict[tuple[str, str], list[Property]]:
    """Give for each set and type the optional columns in which a node has a value."""
    used: dict[tuple[str, str], set[str]] = {}
    for seed_set, node_type, values in seeds.nodes.values():
        names = used.setdefault((seed_set, node_type.name), set())
        names.update(name for name, value in values.items() if value not in (None, (), []))
    return {
        (seed_set, name): [each for each in optional_columns(MODEL.node_types[name]) if each.name in names]
        for (seed_set, name), names in used.items()
    }


def _cell(value: PropertyValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else str(value)
    return LIST_MARK.join(_clean(item) for item in value)


def _clean(text: str) -> str:
    return text.replace(LIST_MARK, "/").strip()
