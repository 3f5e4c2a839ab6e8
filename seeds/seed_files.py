"""The seed files: which there are, what a row of each must look like, and their rows as values."""

import contextlib
import csv
import difflib
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError, create_model

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns, optional_columns
from graph.model.core import CodeList, NodeType, Property, Relationship, Scalar
from graph.model.course_sides import COVER_LINKS
from graph.query.folding import TRADITIONAL
from seeds.checks.cell_values import reader_of
from seeds.checks.problems import Problem, Problems, SeedsError, problem

SeedRow = dict[str, Any]

# How characters and phrases of our field are read (``seeds.pinyin``).
READINGS = Path(__file__).with_name("readings.csv")
# Files next to the seeds that describe them.
LOSSES = "LOSSES.csv"
ABOUT = frozenset({"README.md", "REPORT.csv", "SOURCE.md", "SOURCES.md", LOSSES})

ROWS_AT_ONCE = 1_000
Rows = TypeAdapter[list[BaseModel]]

# The loader writes releases and editors' changes are recorded; no seed file holds either.
NOT_SEEDED = frozenset({"Release", "Change"})

_PYTHON_TYPES: dict[Scalar, type] = {
    Scalar.STRING: str,
    Scalar.INT: int,
    Scalar.FLOAT: float,
    Scalar.BOOLEAN: bool,
    Scalar.DATE: str,
}


@dataclass(frozen=True, slots=True)
class SeedFile:
    """One CSV file: all nodes of a type, or all links of a type, of one set."""

    path: Path
    name: str
    seed_set: str
    of: NodeType | Relationship
    # Which of the folders that are read together it is in.
    layer: int = 0

    @property
    def type_name(self) -> str:
        """The label of its nodes or the type of its links."""
        return self.of.name if isinstance(self.of, NodeType) else self.of.type

    @property
    def properties(self) -> Sequence[Property]:
        """What its columns hold, in their order."""
        return node_columns(self.of) if isinstance(self.of, NodeType) else link_columns(self.of)

    @property
    def optional(self) -> Sequence[str]:
        """The columns that it may have besides."""
        return [each.name for each in optional_columns(self.of)] if isinstance(self.of, NodeType) else []


@dataclass(frozen=True, slots=True)
class Layer:
    """The seed files of one folder. Each layer is a release of its own, known by the name of its folder."""

    folder: Path
    files: tuple[SeedFile, ...]
    sha256: str

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.resolve().name


@dataclass(slots=True)
class Table:
    """The good rows of a file, each with its line, and what is wrong with the others.

    ``refused`` are the bad rows as they stand, as far as they could be read: all of them when ``is_whole``.
    """

    file: SeedFile
    lines: list[int] = field(default_factory=list)
    rows: list[SeedRow] = field(default_factory=list)
    refused: list[SeedRow] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    is_whole: bool = True


def rows_of(tables: Iterable[Table], *type_names: str) -> Iterator[SeedRow]:
    """Give the good rows of these types."""
    for table in tables:
        if table.file.type_name in type_names:
            yield from table.rows


def read_layers(folders: Sequence[Path]) -> tuple[list[Layer], Problems]:
    """List the seed files of each folder, and what is wrong with the folders: none may be absent or empty.

    Of several folders the names of files begin with that of their folder.
    """
    layers: list[Layer] = []
    problems = Problems()
    for folder in folders:
        if not folder.is_dir():
            problems.add([problem("folder-missing", str(folder))])
            continue
        found, wrong = find_files(folder)
        problems.merge(wrong)
        if not found:
            problems.add([problem("folder-empty", str(folder))])
        prefix = f"{folder.resolve().name}/" if len(folders) > 1 else ""
        files = (replace(each, name=f"{prefix}{each.name}", layer=len(layers)) for each in found)
        layer = Layer(folder, tuple(files), digest(found))
        if layer.name in {each.name for each in layers}:
            problems.add([problem("folder-twice", str(folder))])
        layers.append(layer)
    return layers, problems


def require_layers(folders: Sequence[Path]) -> list[Layer]:
    """List the seed files of each folder. Raises: SeedsError where one is absent or empty, or holds something else."""
    layers, problems = read_layers(folders)
    if problems.count:
        raise SeedsError(problems.first, problems.count)
    return layers


def find_files(directory: Path) -> tuple[list[SeedFile], Problems]:
    """List the seed files below ``directory`` in the order of their names, and what does not belong there."""
    files: list[SeedFile] = []
    problems = Problems()
    for path in sorted(directory.rglob("*"), key=lambda each: each.relative_to(directory).as_posix()):
        name = path.relative_to(directory).as_posix()
        found = None if any(part.startswith(".") for part in Path(name).parts) else _recognise(path, name)
        if isinstance(found, SeedFile):
            files.append(found)
        elif found:
            problems.add([found])
    return files, problems


def _recognise(path: Path, name: str) -> SeedFile | Problem | None:
    """Give the seed file of this name, or what is wrong with it; None: it is something else that may be there."""
    if path.is_dir():
        return problem("file-folder", name) if path.suffix == ".csv" else None
    if path.name in ABOUT:
        return problem("file-special", name) if path.name == LOSSES and not path.is_file() else None
    if not path.is_file():
        # To read a pipe, or a device such as /dev/zero, would never end.
        return problem("file-special", name)
    parts = name.split("/")
    if len(parts) != 3 or parts[1] not in ("nodes", "links") or path.suffix != ".csv":
        return problem("file-unknown", name)
    if parts[1] == "links" and path.stem in COVER_LINKS:
        return problem("derived", name)
    known: dict[str, NodeType] | dict[str, Relationship] = (
        {key: each for key, each in MODEL.node_types.items() if key not in NOT_SEEDED}
        if parts[1] == "nodes"
        else dict(MODEL.relationships)
    )
    if path.stem not in known:
        close = difflib.get_close_matches(path.stem, known, n=1)
        return problem("type-unknown", name, value=path.stem, near=f" ({close[0]}?)" if close else "")
    return SeedFile(path, name, parts[0], known[path.stem])


def digest(files: Sequence[SeedFile]) -> str:
    """Give the sha256 over all that makes the content of a layer: what pinyin is made by, then all files by name."""
    total = hashlib.sha256(version("pypinyin").encode())
    for table in (READINGS, TRADITIONAL):
        total.update(hashlib.sha256(table.read_bytes()).digest())
    for each in files:
        # One that cannot be read is a problem of the check; no release is made of it.
        with contextlib.suppress(OSError):
            total.update(each.name.encode() + b"\0" + hashlib.sha256(each.path.read_bytes()).digest())
    return total.hexdigest()


@cache
def row_model(type_name: str, optional: frozenset[str] = frozenset()) -> type[BaseModel]:
    """Make the strict model of one row of a node type, with these of its optional columns, or a relationship type."""
    node_type = MODEL.node_types.get(type_name)
    properties = node_columns(node_type) if node_type else link_columns(MODEL.relationships[type_name])
    if node_type:
        properties += [each for each in optional_columns(node_type) if each.name in optional]
    fields: dict[str, Any] = {
        each.name: (Annotated[_annotation(each), BeforeValidator(reader_of(each))], ...) for each in properties
    }
    return create_model(
        type_name, __config__=ConfigDict(strict=True, extra="forbid", protected_namespaces=()), **fields
    )


def _annotation(each: Property) -> Any:
    single = str if isinstance(each.type, CodeList) else _PYTHON_TYPES[each.type]
    if each.many:
        return list[single]  # type: ignore[valid-type]  # a type chosen at run time
    return single if each.required else single | None


def read_table(file: SeedFile) -> Table:
    """Read a file into values, with every problem that the file shows by itself."""
    table = Table(file)
    text = _decode(table)
    if text is None:
        table.is_whole = False
        return table
    lines: list[int] = []
    cells: list[SeedRow] = []
    for line, row in _rows(file, text, table.problems):
        lines.append(line)
        cells.append(row)
    table.is_whole = not table.problems.count
    _validate(table, lines, cells)
    return table


def _decode(table: Table) -> str | None:
    file, problems = table.file, table.problems
    try:
        content = file.path.read_bytes()
    except OSError as error:
        problems.add([problem("file-unreadable", file.name, reason=error.strerror)])
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        problems.add([problem("not-utf8", file.name, row, byte=error.start + 1)])
        return None
    if "\0" in text:
        rows = (number for number, line in enumerate(text.split("\n"), 1) if "\0" in line)
        problems.add(problem("nul", file.name, row) for row in rows)
        return None
    return text


def _rows(file: SeedFile, text: str, problems: Problems) -> Iterator[tuple[int, SeedRow]]:
    """Give the rows under a good header, each with the line on which it begins."""
    # A field may be as long as the file: what is too long is reported at its place, not by the reader. The limit is
    # that of the whole process, so it is only ever raised: others read CSV too.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if not _is_good_header(file, header, problems):
            return
        begin = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield begin, dict(zip(header, cells, strict=True))
            elif cells:
                problems.add([problem("ragged", file.name, begin, found=len(cells), expected=len(header))])
            begin = reader.line_num + 1
    except csv.Error as error:
        problems.add([problem("csv", file.name, reader.line_num, reason=error)])


def _is_good_header(file: SeedFile, header: Sequence[str], problems: Problems) -> bool:
    wanted = [each.name for each in file.properties]
    known = [*wanted, *file.optional]
    columns = ",".join(wanted)
    if not header:
        problems.add([problem("empty-file", file.name, 1, columns=columns)])
        return False
    found = [
        *(problem("column-missing", file.name, 1, each) for each in wanted if each not in header),
        *(problem("column-unknown", file.name, 1, each, columns=columns) for each in header if each not in known),
        *(problem("column-duplicate", file.name, 1, each) for each in known if header.count(each) > 1),
    ]
    problems.add(found)
    return not found


def _validate(table: Table, lines: Sequence[int], cells: Sequence[SeedRow]) -> None:
    """Read the cells of all rows, some rows at a time: what pydantic says of many bad ones would fill the memory."""
    if not cells:
        return
    adapter = _adapter(table.file, frozenset(cells[0]).intersection(table.file.optional))
    for begin in range(0, len(cells), ROWS_AT_ONCE):
        part = slice(begin, begin + ROWS_AT_ONCE)
        _validate_part(table, adapter, lines[part], cells[part])


def _validate_part(table: Table, adapter: Rows, lines: Sequence[int], cells: Sequence[SeedRow]) -> None:
    try:
        good = adapter.validate_python(cells)
    except ValidationError as errors:
        bad = set()
        for each in errors.errors(include_url=False):
            index, column = int(each["loc"][0]), str(each["loc"][1])
            bad.add(index)
            details = each.get("ctx", {})
            table.problems.add([problem(each["type"], table.file.name, lines[index], column, each["input"], **details)])
        kept = [index for index in range(len(cells)) if index not in bad]
        table.refused.extend(cells[index] for index in sorted(bad))
        lines = [lines[index] for index in kept]
        good = adapter.validate_python([cells[index] for index in kept])
    table.lines.extend(lines)
    table.rows.extend(each.__dict__ for each in good)


def _adapter(file: SeedFile, optional: frozenset[str]) -> Rows:
    row: Any = row_model(file.type_name, optional)
    return TypeAdapter(list[row])
