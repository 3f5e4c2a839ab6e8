"""The committed seed rows, by type."""

import csv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
DATA = ROOT / "seeds" / "data"
SETS = tuple(sorted(each.name for each in DATA.iterdir() if each.is_dir()))


def files(pattern: str) -> list[Path]:
    return [file for name in SETS for file in sorted((DATA / name).glob(pattern))]


def nodes(type_name: str) -> list[dict[str, str]]:
    return [row for file in files(f"nodes/{type_name}.csv") for row in rows(file)]


def links(type_name: str) -> list[dict[str, str]]:
    return [row for file in files(f"links/{type_name}.csv") for row in rows(file)]


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def node_by_id(type_name: str, node_id: str) -> dict[str, str]:
    (found,) = (row for row in nodes(type_name) if row["id"] == node_id)
    return found
