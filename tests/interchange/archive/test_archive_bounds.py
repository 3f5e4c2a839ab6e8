"""What an archive may hold and how large it may be: forged ones, read without an engine."""

import hashlib
import tracemalloc
import zipfile
from functools import partial
from pathlib import Path

import orjson
import pytest

from graph.errors import ArchiveError
from graph.model import MODEL
from graph.model.alignment_rules import CONTRADICTION, FAULTS, NEVER
from interchange.archive.archive import FORMAT, REVISION_LARGEST, read_archive
from interchange.archive.values import link_properties, misfit

MB = 1 << 20
ALIGNMENT = {
    "id": "Alignment:a",
    "kind": "MAJOR",
    "role": "TEACHES",
    "strength": 0.5,
    "status": "ACCEPTED",
    "method": "manual",
    "author": "甲",
    "reviewer": "乙",
    "decidedOn": "2026-11-01",
    "version": 1,
    "basis": "EDITORIAL",
}
EDITOR = {"id": "e", "name": "王老师", "role": "designer", "addedOn": "2026-11-24"}


def write_archive(path: Path, members: dict[str, list[dict]], **manifest) -> Path:
    """Write an archive of these rows, in every other way as it should be."""
    told = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, rows in members.items():
            content = b"".join(orjson.dumps(row) + b"\n" for row in rows)
            told[name] = {"rows": len(rows), "sha256": hashlib.sha256(content).hexdigest()}
            file.writestr(name, content)
        known = {"format": FORMAT, "revision": 7, "release": None, "members": told}
        file.writestr("manifest.json", orjson.dumps({**known, **manifest}))
    return path


def test_what_fits_is_read(tmp_path):
    members = {"nodes/Alignment.jsonl": [ALIGNMENT], "nodes/Editor.jsonl": [EDITOR]}

    found = read_archive(write_archive(tmp_path / "a.zip", members))

    assert [(label, values) for label, values in found.nodes()] == [("Alignment", ALIGNMENT), ("Editor", EDITOR)]


@pytest.mark.parametrize(
    ("member", "row", "en", "zh"),
    [
        (
            "Alignment",
            {**ALIGNMENT, "status": "DONE"},
            "status holds 'DONE', which is no code of AlignmentStatus",
            "status 的值 'DONE' 不在代码表 AlignmentStatus 之中",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "kind": "x" * 10_000},
            f"kind holds '{'x' * 79}…', which is no code of AlignmentKind",
            f"kind 的值 '{'x' * 79}…' 不在代码表 AlignmentKind 之中",
        ),
        ("Alignment", {**ALIGNMENT, "strength": 2}, "strength holds 2; it takes 0 … 1", "取值应为 0 … 1"),
        ("Alignment", {**ALIGNMENT, "strength": -0.1}, "strength holds -0.1; it takes 0 … 1", "取值应为 0 … 1"),
        ("Alignment", {**ALIGNMENT, "version": 0}, "version holds 0; it takes ≥ 1", "取值应为 ≥ 1"),
        (
            "Alignment",
            {**ALIGNMENT, "decidedOn": "yesterday"},
            "decidedOn holds a value that is no Date",
            "decidedOn 的值不是 Date",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "method": "x" * 101},
            "method has 101 characters; it takes 1 to 100",
            "method 共 101 字，须为 1 至 100 字",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "rationale": ""},
            "rationale has 0 characters; it takes 1 to 1000",
            "rationale 共 0 字",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "reviewer": None},
            "reviewer: what is accepted or rejected names who decided on it and when: fill it in, or make it SUGGESTED",
            "reviewer：已采纳或未采纳的对接须写明决定人与决定日期",
        ),
        (
            "Alignment",
            {each: value for each, value in ALIGNMENT.items() if each != "author"},
            "author: what is accepted names who proposed it: fill it in, or make it SUGGESTED",
            "author：已采纳的对接须写明提出人",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "validTo": "2026-10-31"},
            f"validTo: {FAULTS[NEVER].english}",
            "validTo：不晚于生效首日",
        ),
        (
            "Alignment",
            {**ALIGNMENT, "role": None},
            f"role: {FAULTS[CONTRADICTION].english}",
            "role：与种类不符",
        ),
        (
            "Review",
            {"id": "Review:a", "reviewer": "甲", "conclusion": "x" * 1_001},
            "conclusion has 1001 characters; it takes 1 to 1000",
            "conclusion 共 1001 字",
        ),
        (
            "Change",
            {"id": "Change:a", "at": "x", "editor": "x", "action": "DESTROY"},
            "action holds 'DESTROY', which is no code of ChangeAction",
            "不在代码表 ChangeAction 之中",
        ),
        (
            "Editor",
            {**EDITOR, "role": "admin"},
            "role holds 'admin', which is no code of EditorRole",
            "role 的值 'admin' 不在代码表 EditorRole 之中",
        ),
    ],
)
def test_a_value_outside_its_list_or_range_is_told_at_its_place(member, row, en, zh, tmp_path):
    with pytest.raises(ArchiveError) as told:
        read_archive(write_archive(tmp_path / "a.zip", {f"nodes/{member}.jsonl": [row]}))

    assert f"nodes/{member}.jsonl, line 1: {en}. Nothing was written." in told.value.en
    assert f"nodes/{member}.jsonl 第 1 行：" in told.value.zh
    assert zh in told.value.zh


def test_what_is_withdrawn_is_read_whatever_it_lacks(tmp_path):
    """So that who withdraws what an archive may not hold can back up again."""
    withdrawn = {**ALIGNMENT, "status": "WITHDRAWN", "author": None, "reviewer": None, "decidedOn": None}

    assert read_archive(write_archive(tmp_path / "a.zip", {"nodes/Alignment.jsonl": [withdrawn]})).rows == 1


def test_links_keep_to_their_ranges():
    covers = link_properties(MODEL.relationships["COVERS"])
    ends = {"start": "a", "end": "b"}

    assert misfit(covers, {**ends, "strength": 1, "kind": "MAJOR", "role": None, "sourceIds": []}) is None
    assert misfit(covers, {**ends, "strength": 1.01}) == (
        "strength holds 1.01; it takes 0 … 1",
        "strength 的值为 1.01，取值应为 0 … 1",
    )


@pytest.mark.parametrize("revision", [-1, REVISION_LARGEST + 1, 2**63, "7", None, 1.5])
def test_a_revision_from_which_no_graph_goes_on_is_refused(revision, tmp_path):
    with pytest.raises(ArchiveError, match=r"manifest\.json, line 1: it does not fit"):
        read_archive(write_archive(tmp_path / "a.zip", {}, revision=revision))


def test_the_largest_revision_is_read(tmp_path):
    path = write_archive(tmp_path / "a.zip", {}, revision=REVISION_LARGEST)

    assert read_archive(path).manifest.revision == REVISION_LARGEST


def manifest_of_blanks(path: Path) -> None:
    """A manifest that is JSON, of 512 MB, in half a megabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("manifest.json", "w") as content:
        content.write(orjson.dumps({"format": FORMAT, "revision": 7, "release": None, "members": {}}))
        for _ in range(512):
            content.write(b" " * MB)


def manifest_in(compression: int, path: Path) -> None:
    """A manifest of 128 MB, which some kilobytes of other ways to pack unfold to at once."""
    with zipfile.ZipFile(path, "w", compression) as file, file.open("manifest.json", "w") as content:
        for _ in range(128):
            content.write(b" " * MB)


def manifest_of_members(path: Path) -> None:
    """A manifest that names very many members."""
    members = {f"nodes/{number}.jsonl": {"rows": 0, "sha256": ""} for number in range(100_000)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        manifest = {"format": FORMAT, "revision": 7, "release": None, "members": members}
        file.writestr("manifest.json", orjson.dumps(manifest))


def directory_of_members(path: Path) -> None:
    """Very many empty members, of which zip notes each."""
    with zipfile.ZipFile(path, "w") as file:
        for number in range(60_000):
            file.writestr(f"{number}", b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (manifest_of_blanks, r"manifest\.json: longer than 1000000 bytes"),
        (partial(manifest_in, zipfile.ZIP_BZIP2), "packed in a way that no backup uses"),
        (partial(manifest_in, zipfile.ZIP_LZMA), "packed in a way that no backup uses"),
        (manifest_of_members, r"manifest\.json: longer than 1000000 bytes"),
        (directory_of_members, "its directory is too large"),
    ],
)
def test_a_small_file_that_unfolds_is_refused_within_64_mb(make, why, tmp_path):
    path = tmp_path / "a.zip"
    make(path)
    assert path.stat().st_size < 8 * MB

    tracemalloc.start()
    with pytest.raises(ArchiveError, match=why):
        read_archive(path)
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert highest < 64 * MB, f"{highest / MB:.0f} MB"
