"""The archive of a graph: one zip file of JSON lines, the same on every engine.

    manifest.json           format, revision, release, and for every member its rows and sha256
    nodes/<Label>.jsonl     the properties of one node a line, in the order of ids
    links/<TYPE>.jsonl      start, end and properties of one link a line, in the order of both ids

``read_archive`` checks all of it before anybody gets a row.
"""

import contextlib
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ArchiveError
from graph.model import MODEL
from graph.model.alignment_rules import FAULTS, alignment_faults
from graph.model.core import Relationship
from graph.regular_files import open_unbuffered
from graph.upkeep import migrations
from interchange.archive.values import (
    INTERNAL,
    LINE_LARGEST,
    Properties,
    link_properties,
    misfit,
    needed_properties,
    node_properties,
)

FORMAT = 1
MANIFEST = "manifest.json"

# A manifest of ours, and what zip notes of the members, take some kilobytes: a small file may unfold to gigabytes.
MANIFEST_LARGEST = 1_000_000
DIRECTORY_LARGEST = 1 << 20
# A backup writes no others. Of theirs, zipfile unpacks all that some kilobytes unfold to, however little is asked for.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# A graph that goes on from here has room for more writes than there will be.
REVISION_LARGEST = 2**53

# What zipfile raises on a spoilt file: besides its own error, a flipped bit may name a compression that it does not
# know (NotImplementedError), say that a member is encrypted (RuntimeError), or rename one (KeyError).
DAMAGE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, KeyError)

ArchiveRow = dict[str, Any]


class Member(BaseModel):
    """What the manifest says of one file of the archive."""

    model_config = ConfigDict(extra="forbid", strict=True)
    rows: Annotated[int, Field(ge=0)]
    sha256: str


class Manifest(BaseModel):
    """What an archive holds, and which graph it was."""

    model_config = ConfigDict(extra="forbid", strict=True)
    format: int
    revision: Annotated[int, Field(ge=0, le=REVISION_LARGEST)]
    release: str | None
    members: dict[str, Member]


@dataclass(frozen=True, slots=True)
class Archive:
    """A checked archive, to be read member by member."""

    path: Path
    manifest: Manifest

    def nodes(self) -> Iterator[tuple[str, ArchiveRow]]:
        """Give every node with its label."""
        for label in node_labels():
            for _, values in _lines(self.path, node_member(label)):
                yield label, values

    def links(self) -> Iterator[tuple[Relationship, ArchiveRow]]:
        """Give every link with its relationship."""
        for each in MODEL.relationships.values():
            for _, values in _lines(self.path, link_member(each.type)):
                yield each, values

    def applied(self) -> list[migrations.Applied]:
        """Give the migrations that were applied to the graph of the archive."""
        rows = (values for _, values in _lines(self.path, node_member(migrations.MIGRATION_LABEL)))
        return [migrations.Applied(row["id"], row["name"], row["checksum"], row["on"]) for row in rows]

    @property
    def rows(self) -> int:
        """How many nodes and links there are."""
        return sum(each.rows for each in self.manifest.members.values())


def node_labels() -> list[str]:
    """Name the labels that an archive holds. The revision is not kept as a node: the manifest has it."""
    return [*MODEL.node_types, *INTERNAL]


def node_member(label: str) -> str:
    """Name the file of a label."""
    return f"nodes/{label}.jsonl"


def link_member(type_name: str) -> str:
    """Name the file of a relationship type."""
    return f"links/{type_name}.jsonl"


def read_archive(path: Path) -> Archive:
    """Check an archive whole: the zip, the manifest, every digest and count, every row, and both ends of every link.

    Raises: ArchiveError naming the member and the line.
    """
    with _naming_damage(path):
        manifest = _manifest(path)
        for name, member in manifest.members.items():
            _check_member(path, name, member)
    archive = Archive(path, manifest)
    _check_rows(archive)
    return archive


@contextlib.contextmanager
def _naming_damage(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise ArchiveError(f"There is no file {path}.", f"没有文件 {path}。") from error
    except DAMAGE as error:
        raise ArchiveError(
            f"{path} is no whole archive: {error}. Take another copy; nothing was written.",
            f"{path} 不是完整的归档文件：{error}。请使用另一份副本；未写入任何数据。",
        ) from error


class _InParts(io.BufferedReader):
    """A file that is never read whole: zipfile takes in at once all that a file claims to be its directory."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read at most ``DIRECTORY_LARGEST`` bytes. Raises: BadZipFile where more are asked for."""
        wanted = DIRECTORY_LARGEST + 1 if size is None or size < 0 else size
        content = super().read(min(wanted, DIRECTORY_LARGEST + 1))
        if len(content) > DIRECTORY_LARGEST:
            raise zipfile.BadZipFile("its directory is too large")
        return content


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with _InParts(open_unbuffered(path)) as content, zipfile.ZipFile(content) as file:
        if any(each.compress_type not in _COMPRESSIONS for each in file.infolist()):
            raise zipfile.BadZipFile("a file in it is packed in a way that no backup uses")
        yield file


def _manifest(path: Path) -> Manifest:
    with _opened(path) as file:
        names = file.namelist()
        with file.open(MANIFEST) as content:
            text = content.read(MANIFEST_LARGEST + 1)
        if len(text) > MANIFEST_LARGEST:
            raise problem(path, MANIFEST, 0, f"longer than {MANIFEST_LARGEST} bytes", f"超过 {MANIFEST_LARGEST} 字节")
        try:
            manifest = Manifest.model_validate_json(text)
        except ValidationError as error:
            raise problem(
                path, MANIFEST, 1, f"it does not fit: {error.errors()[0]['msg']}", "内容不符合格式"
            ) from error
    if manifest.format != FORMAT:
        raise problem(
            path, MANIFEST, 1, f"format {manifest.format}, not {FORMAT}", f"格式为 {manifest.format} 而非 {FORMAT}"
        )
    wanted = {*map(node_member, node_labels()), *map(link_member, MODEL.relationships)}
    for name in manifest.members:
        if name not in wanted:
            raise problem(path, name, 0, "this program knows no such kind", "本程序不认识这种类型")
    if sorted(names) != sorted({*manifest.members, MANIFEST}):
        raise problem(path, MANIFEST, 1, "the files of the archive are not those it names", "归档中的文件与清单不符")
    return manifest


def _check_member(path: Path, name: str, member: Member) -> None:
    digest = hashlib.sha256()
    with _opened(path) as file, file.open(name) as content:
        while part := content.read(1 << 20):
            digest.update(part)
    if digest.hexdigest() != member.sha256:
        raise problem(
            path, name, 0, "its sha256 is not that of the manifest: it was altered", "sha256 与清单不符，文件被改动"
        )


def _check_rows(archive: Archive) -> None:
    ids: dict[str, set[object]] = {}
    for label in node_labels():
        ids[label] = _check_nodes(archive, label)
    for each in MODEL.relationships.values():
        _check_links(archive, each, ids)


def _check_nodes(archive: Archive, label: str) -> set[object]:
    name, found = node_member(label), set[object]()
    known, needed = node_properties(label), needed_properties(label)
    for line, values in _lines(archive.path, name):
        _check_values(archive.path, name, line, values, known)
        node_id = values.get("id")
        if node_id is None or node_id in found:
            raise problem(
                archive.path, name, line, f"no id, or one that came before: {node_id}", f"缺少 id 或 id 重复：{node_id}"
            )
        for each in needed:
            if values.get(each) is None:
                raise problem(archive.path, name, line, f"no {each}, by which it is found", f"缺少用于查找的 {each}")
        found.add(node_id)
    _check_count(archive, name, len(found))
    return found


def _check_links(archive: Archive, each: Relationship, ids: Mapping[str, set[object]]) -> None:
    name, count = link_member(each.type), 0
    known = link_properties(each)
    for line, values in _lines(archive.path, name):
        count += 1
        _check_values(archive.path, name, line, values, known)
        for end, label in (("start", each.start), ("end", each.end)):
            if values.get(end) not in ids[label]:
                raise problem(
                    archive.path,
                    name,
                    line,
                    f"there is no {label} {values.get(end)}",
                    f"没有 {label} {values.get(end)}",
                )
    _check_count(archive, name, count)


def _check_values(path: Path, name: str, line: int, values: ArchiveRow, known: Properties) -> None:
    if wrong := misfit(known, values) or contradiction(name, values):
        raise problem(path, name, line, *wrong)


def contradiction(member: str, values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Tell in English and Chinese what values that fit, each alone, must not say together; None: nothing."""
    if member != node_member("Alignment"):
        return None
    for fault in alignment_faults(values):
        said = FAULTS[fault.kind]
        return f"{fault.property}: {said.english}", f"{fault.property}：{said.chinese}"
    return None


def _check_count(archive: Archive, name: str, count: int) -> None:
    member = archive.manifest.members.get(name)
    if count != (member.rows if member else 0):
        raise problem(archive.path, name, 0, f"{count} rows, not those of the manifest", f"共 {count} 行，与清单不符")


def _lines(path: Path, name: str) -> Iterator[tuple[int, ArchiveRow]]:
    with _opened(path) as file:
        if name not in file.namelist():
            return
        with file.open(name) as content:
            for number, line in enumerate(iter(lambda: content.readline(LINE_LARGEST + 1), b""), 1):
                if len(line) > LINE_LARGEST:
                    raise problem(path, name, number, f"longer than {LINE_LARGEST} bytes", f"超过 {LINE_LARGEST} 字节")
                yield number, _row(path, name, number, line)


def _row(path: Path, name: str, number: int, line: bytes) -> ArchiveRow:
    try:
        values = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise problem(path, name, number, f"no JSON: {error}", "不是 JSON") from error
    if not isinstance(values, dict):
        raise problem(path, name, number, "no object", "不是对象")
    return values


def problem(path: Path, member: str, line: int, en: str, zh: str) -> ArchiveError:
    """Make the error for one place of an archive; line 0: the member as a whole."""
    place = f"{member}, line {line}" if line else member
    where = f"{member} 第 {line} 行" if line else member
    return ArchiveError(
        f"{path}: {place}: {en}. Nothing was written.",
        f"{path}：{where}：{zh}。未写入任何数据。",
        member=member,
        line=line,
    )
