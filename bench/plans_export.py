"""Exporting training plans: the time to write a plan of 60 lines, to read it back and to compare the two."""

from functools import partial
from typing import Any

from bench.plans_import import KINDS, milliseconds, workbook_of_lines
from interchange.documents.document_reading import read_document
from interchange.training_plans.form.plan_export import export_document, export_workbook
from interchange.training_plans.plan_reading import read_training_plans


def plans_export() -> dict[str, Any]:
    """Export a plan of 60 lines; ``lost`` counts values that are read back otherwise."""
    (plan,) = read_training_plans(read_document(workbook_of_lines(), kinds=KINDS))
    return {
        "xlsx_60_lines_ms": milliseconds(partial(export_workbook, plan)),
        "docx_60_lines_ms": milliseconds(partial(export_document, plan)),
        "lost": len(export_workbook(plan).lost) + len(export_document(plan).lost),
    }
