"""Seeds of one course, one requirement, and the accepted alignment between them."""

import csv
from pathlib import Path

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns

FACT = {"basis": "EDITORIAL", "sourceIds": "Source:s"}
NODES = {
    "Source": {"code": "s", "title": "s"},
    "Course": {"standardYear": 2025, "majorCode": "7", "sequence": 1, "name": "课程"},
    "SkillRequirement": {
        "standardCode": "8",
        "standardVersion": "1.0",
        "level": "ELEMENTARY",
        "code": "1.1.1",
        "text": "能",
        "wording": "ABRIDGED",
        "sequence": 1,
    },
    "Alignment": {
        "code": "s1",
        "kind": "MAJOR",
        "role": "TEACHES",
        "strength": 0.5,
        "status": "ACCEPTED",
        "method": "manual",
        "rationale": "x",
        "author": "甲",
        "reviewer": "乙",
        "decidedOn": "2026-11-01",
        "version": 1,
    },
}
LINKS = {
    "ALIGNS": ("Alignment", "Course", {}),
    "ALIGNED_TO": ("Alignment", "SkillRequirement", {}),
}


def write_small_seeds(folder: Path) -> None:
    ids = {}
    for name, values in NODES.items():
        node_type = MODEL.node_types[name]
        ids[name] = node_type.id_of(values)
        fact = FACT if node_type.is_fact else {}
        _write(folder / "s" / "nodes" / f"{name}.csv", node_columns(node_type), {"id": ids[name], **values, **fact})  # type: ignore[dict-item]  # rows of several shapes
    for name, (start, end, values) in LINKS.items():
        row = {"start": ids[start], "end": ids[end], **values, **FACT}
        _write(folder / "s" / "links" / f"{name}.csv", link_columns(MODEL.relationships[name]), row)
    (folder / "s" / "SOURCE.md").write_text("A test.\n")


def _write(path: Path, properties, row: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [each.name for each in properties], lineterminator="\n")
        writer.writeheader()
        writer.writerow(row)
