"""The whole carrying, in the order in which one part needs another."""

import csv
from collections import Counter
from pathlib import Path

from seeds.transform.catalogue.majors import transform_catalogue
from seeds.transform.catalogue.undergraduate import join_undergraduate_majors, transform_undergraduate_majors
from seeds.transform.certificates.certificates import transform_certificates
from seeds.transform.certificates.figures import transform_published_figures
from seeds.transform.certificates.reported_by_colleges import (
    transform_reported_certificates,
    transform_reported_majors,
)
from seeds.transform.certificates.skill_standards import transform_skill_standards
from seeds.transform.certificates.suits import transform_certificate_majors
from seeds.transform.colleges.colleges import transform_colleges
from seeds.transform.colleges.double_high import transform_double_high
from seeds.transform.colleges.names_and_types import transform_names_and_types
from seeds.transform.colleges.plans_of_2025 import transform_plans_of_2025
from seeds.transform.colleges.training_plans import transform_training_plans
from seeds.transform.illustrative_plans import transform_illustrative_plans
from seeds.transform.plan_rules import transform_plan_rules
from seeds.transform.reference_tables import Reference, Report, Seeds, write_seeds, write_table
from seeds.transform.rules import transform_credit_rules, transform_rules
from seeds.transform.sources import Sources
from seeds.transform.teaching.occupational_standards import transform_work_functions
from seeds.transform.teaching.occupations import transform_occupational_standards, transform_occupations
from seeds.transform.teaching.standards import transform_named_certificates, transform_teaching
from seeds.transform.teaching.whole_standard import transform_whole_standard

# Data kept by hand; links may end in its nodes, and it is never rewritten.
HAND_KEPT = ("alignments", "article", "policies")

REPORT = "REPORT.csv"

_OUT_BY_NAME = ("from_memory", "_inferred")


def transform_reference(reference_folder: Path, into: Path) -> list[str]:
    """Transform everything sourced and write it; give the counts as lines such as ``Major 1455``.

    Raises: ValueError if a link ends in no node, or a row contradicts the model.
    """
    seeds, report = Seeds(), Report()
    _transform(Reference(reference_folder), seeds, report)
    _report_files(reference_folder, report)
    missing = seeds.missing_ends(_hand_kept_ids(into))
    if missing:
        raise ValueError(f"links end in nodes that do not exist: {missing[:20]}")
    write_seeds(seeds, into)
    write_table(into / REPORT, [["file", "row", "value", "reason"], *_lines(report)])
    return _counts(seeds)


def _transform(reference: Reference, seeds: Seeds, report: Report) -> None:
    sources = Sources()
    sources.add_to(seeds)
    transform_catalogue(reference, sources, seeds, report)
    transform_undergraduate_majors(reference, sources, seeds)
    transform_occupations(reference, sources, seeds, report)
    transform_teaching(reference, sources, seeds, report)
    transform_occupational_standards(reference, sources, seeds, report)
    transform_work_functions(reference, sources, seeds, report)
    transform_certificates(reference, sources, seeds)
    transform_reported_certificates(reference, sources, seeds)
    transform_skill_standards(reference, sources, seeds)
    transform_certificate_majors(reference, sources, seeds, report)
    transform_reported_majors(reference, sources, seeds, report)
    transform_named_certificates(reference, sources, seeds, report)
    transform_whole_standard(reference, sources, seeds, report)
    join_undergraduate_majors(seeds)
    transform_colleges(reference, sources, seeds, report)
    transform_double_high(reference, sources, seeds, report)
    transform_names_and_types(reference, sources, seeds, report)
    transform_training_plans(reference, sources, seeds, report)
    transform_plans_of_2025(reference, sources, seeds, report)
    transform_illustrative_plans(seeds)
    transform_rules(reference, sources, seeds, report)
    transform_plan_rules(reference, sources, seeds)
    transform_credit_rules(reference, sources, seeds, report)
    transform_published_figures(reference, sources, seeds, report)


def _report_files(folder: Path, report: Report) -> None:
    for file in sorted(folder.glob("**/*.csv")):
        if any(mark in file.stem for mark in _OUT_BY_NAME):
            report.add_file(file.relative_to(folder).as_posix(), "", "not sourced: left out whole")


def _hand_kept_ids(into: Path) -> set[str]:
    found: set[str] = set()
    for file in (each for name in HAND_KEPT for each in sorted((into / name).glob("nodes/*.csv"))):
        with file.open(encoding="utf-8", newline="") as opened:
            found.update(row["id"] for row in csv.DictReader(opened))
    return found


def _lines(report: Report) -> list[list[str]]:
    return [[file, str(line), value, reason] for file, line, value, reason in sorted(report.lines)]


def _counts(seeds: Seeds) -> list[str]:
    nodes = Counter(node_type.name for _, node_type, _ in seeds.nodes.values())
    links = Counter(type_name for type_name, *_ in seeds.links)
    return [f"{name} {count}" for name, count in (*sorted(nodes.items()), *sorted(links.items()))]
