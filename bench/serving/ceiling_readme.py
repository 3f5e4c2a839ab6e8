"""The README's question for the ceiling (bench/serving/ceiling.py): its parameters and its shape, written out by hand."""

from collections.abc import Mapping
from typing import Any

Row = list[Any]


def main_parameters(given: Mapping[str, Any]) -> dict[str, Any]:
    """Give the statement's parameters for the variables of a request."""
    return {
        "id": f"Major:2021:{given['major']}",
        "rows": 11,
        "standardCode": given["standard"],
        "from": given["from"],
        "to": given["to"],
        "first": 3,
        "reader": "",
    }


def main_question(majors: list[Row], certificates: list[Row], paths: list[Row]) -> dict[str, Any]:
    """Shape the three columns of the answer; before the paths stands which of their ends are there."""
    return {"major": _major(majors[0]), "certificate": _certificate(certificates[0]), "paths": [*map(_path, paths[1])]}


def work_areas(rows: list[Row], wanted: tuple[str, ...] = ("code", "text")) -> list[Any]:
    """Shape the work areas of a level, down to what is wanted of its requirements."""
    return [
        {
            "code": area,
            "name": area_name,
            "tasks": [
                {
                    "code": task,
                    "name": task_name,
                    "requirements": [dict(zip(wanted, leaf, strict=False)) for leaf in sorted(leaves, key=_last)],
                }
                for task, task_name, leaves, _ in sorted(tasks, key=_last)
            ],
        }
        for area, area_name, tasks, _ in sorted(rows, key=_last)
    ]


def _last(row: Row) -> Any:
    return row[-1]


def _last_two(row: Row) -> Any:
    return row[-2:]


def _major(row: Row) -> dict[str, Any]:
    code, name, level, classes, standards, (edges, count) = row
    ((class_name, class_code, ((category, category_code),)),) = classes
    return {
        "code": code,
        "name": name,
        "educationLevel": level,
        "majorClass": {
            "name": class_name,
            "associateCode": class_code,
            "category": {"name": category, "associateCode": category_code},
        },
        "teachingStandards": [*map(_teaching_standard, sorted(standards, key=_year))],
        "certificates": {"totalCount": count, "edges": [*map(_edge, edges[:10])]},
    }


def _year(row: Row) -> Any:
    return row[0], row[-2], row[-1]


def _teaching_standard(row: Row) -> dict[str, Any]:
    year, file, courses, occupations, sources, _, _ = row
    return {
        "year": year,
        "documentFile": file,
        "courses": [{"sequence": a, "name": b, "module": c} for a, b, c in sorted(courses, key=_first)],
        "occupations": [{"code": a, "name": b} for a, b, _, _ in sorted(occupations, key=_first)],
        "sources": _sources(sources),
    }


def _first(row: Row) -> Any:
    return row[0]


def _sources(rows: list[Row]) -> list[Any]:
    return [{"title": title, "location": location} for title, location in rows]


def _edge(row: Row) -> dict[str, Any]:
    relation, basis, sources, (name, code, levels, organizations) = row
    node = {
        "name": name,
        "standardCode": code,
        "levels": [{"level": level} for level, _, _ in sorted(levels, key=_last_two)],
        "organizations": _names(organizations),
    }
    return {"relation": relation, "basis": basis, "sources": _sources(sources), "node": node}


def _names(rows: list[Row]) -> list[Any]:
    return [{"name": name} for name, _ in sorted(rows)]


def _certificate(row: Row) -> dict[str, Any]:
    name, organizations, levels = row
    return {
        "name": name,
        "organizations": _names(organizations),
        "levels": [
            {"level": level, "standardLevels": [*map(_standard_level, sorted(inner, key=_last_two))]}
            for level, inner, _, _ in sorted(levels, key=_last_two)
        ],
    }


def _standard_level(row: Row) -> dict[str, Any]:
    version, count, areas, _, _ = row
    return {
        "standardVersion": version,
        "requirementCount": count,
        "workAreas": work_areas(areas, ("code", "text", "wording")),
    }


def _path(row: Row) -> dict[str, Any]:
    length, strength, links = row
    return {"length": length, "strength": strength, "steps": [*map(_step, links)]}


def _step(row: Row) -> dict[str, Any]:
    relationship, _, basis, _, sources, ((_, start),), ((_, end),) = row
    return {
        "relationship": relationship,
        "basis": basis,
        "sources": [{"title": title} for ((_, (title,)),) in sources],
        "from": {"displayName": start[0]},
        "to": {"displayName": end[0]},
    }
