"""Transform the one full skill level standard, and the partial outlines of other certificates."""

from collections import Counter, defaultdict

from graph.model import MODEL
from seeds.transform.matching import CERTIFICATE_LEVELS, RANKS, level_code
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "certificates"

_VERSION, _YEAR = "2.0", 2021

# From the top: the node type, the link to it, the column of its code, its property and column of words.
_BRANCH = (
    ("WorkArea", "HAS_WORK_AREA", "field_code", ("name", "field")),
    ("WorkTask", "HAS_TASK", "task_code", ("name", "task")),
    ("SkillRequirement", "HAS_REQUIREMENT", "skill_code", ("text", "skill_paraphrase")),
)


def transform_skill_standards(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    """Transform skill_standards.csv (the tree of work areas, tasks and requirements) and the partial outlines."""
    by_level: dict[str, list[TableRow]] = defaultdict(list)
    for row in reference.rows("certificates/skill_standards/skill_standards.csv"):
        by_level[CERTIFICATE_LEVELS[row["level"]]].append(row)
    first = by_level["ELEMENTARY"][0]
    fact = Fact(basis="OFFICIAL", sources=sources.by_ids(SET, first["source_id"]))
    depths = _depths(reference)
    standard = _transform_standard(first, sum(map(len, by_level.values())), seeds, fact)
    for code, rows in by_level.items():
        _transform_level(standard, code, rows, seeds, fact, depths=depths)
    places: Counter[str] = Counter()
    for row in reference.rows("certificates/skill_standards/skill_outline_partial.csv"):
        places[row["certificate"]] += 1
        _transform_outline(row, places[row["certificate"]], sources, seeds)


def _depths(reference: Reference) -> dict[tuple[str, str], str]:
    """Give what each requirement asks of the learner, by level and code."""
    return {(row["level"], row["code"]): row["depth"] for row in reference.rows("additions/javaweb_depth.csv")}


def _transform_standard(row: TableRow, count: int, seeds: Seeds, fact: Fact) -> str:
    if row["version"] != f"{_YEAR}年{_VERSION}版":
        raise ValueError(f"{row.file}: version {row['version']!r} is not {_YEAR}年{_VERSION}版")
    values: dict[str, PropertyValue] = {
        "code": row["standard_code"],
        "version": _VERSION,
        "name": row["certificate"],
        "year": _YEAR,
        "requirementCount": count,
        "higherLevelsInclude": True,
    }
    stated = fact.noting("section 6.1 says that a higher level includes the lower ones")
    standard = seeds.node(SET, "SkillStandard", values, stated)
    seeds.link(SET, "HAS_STANDARD", (f"Certificate:{row['certificate']}", standard), fact)
    return standard


def _transform_level(
    standard: str, code: str, rows: list[TableRow], seeds: Seeds, fact: Fact, *, depths: dict[tuple[str, str], str]
) -> None:
    name = rows[0]["certificate"]
    values: dict[str, PropertyValue] = {
        "standardCode": rows[0]["standard_code"],
        "standardVersion": _VERSION,
        "level": code,
        "rank": RANKS[code],
        "name": name,
        "requirementCount": len(rows),
    }
    level = seeds.node(SET, "StandardLevel", values, fact)
    seeds.link(SET, "HAS_STANDARD_LEVEL", (standard, level), fact)
    seeds.link(SET, "SPECIFIED_BY", (f"CertificateLevel:{name}:{code}", level), fact)
    tree = {key: values[key] for key in ("standardCode", "standardVersion", "level")}
    places: Counter[str] = Counter()
    for row in rows:
        leaf: dict[str, PropertyValue] = {"wording": "ABRIDGED", "depth": depths[code, row["skill_code"]]}
        _transform_branch(row, level, {**tree, **leaf}, seeds, fact=fact, places=places)


def _transform_branch(
    row: TableRow, level: str, tree: dict[str, PropertyValue], seeds: Seeds, *, fact: Fact, places: Counter[str]
) -> None:
    """Add a requirement, and its area and task where it is the first of them; ``places`` counts within the level."""
    above = level
    for type_name, link, code, words in _BRANCH:
        node_id = MODEL.node_types[type_name].id_of({**tree, "code": row[code]})
        if node_id not in seeds.nodes:
            places[type_name] += 1
            own: dict[str, PropertyValue] = {"code": row[code], words[0]: row[words[1]], "sequence": places[type_name]}
            known = {name: value for name, value in tree.items() if name in MODEL.node_types[type_name].by_name}
            seeds.node(SET, type_name, {**known, **own}, fact)
            seeds.link(SET, link, (above, node_id), fact)
        above = node_id


def _transform_outline(row: TableRow, place: int, sources: Sources, seeds: Seeds) -> None:
    fact = Fact(basis="REPORTED", sources=sources.by_ids(SET, row["source_id"]))
    values = {
        "certificateName": row["certificate"],
        "level": level_code(row["level"]),
        "sequence": place,
        "fieldCode": row["field_code"] or None,
        "module": row["field_or_module"] or None,
        "topic": row["task_or_topic"] or None,
        "note": row["note"] or None,
    }
    topic = seeds.node(SET, "OutlineTopic", values, fact)
    seeds.link(SET, "OUTLINED_BY", (f"Certificate:{row['certificate']}", topic), fact)
