"""A plan as a file to submit, and what the file cannot carry: it is read back before it is given out."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.plan_content import ContentDifference, content_differences
from analysis.training_plans.training_plan import PlanReading
from interchange.documents.document_pages import Document
from interchange.documents.word.docx_pages import read_docx
from interchange.documents.workbooks.xlsx_pages import read_xlsx
from interchange.formats.form_documents import write_form_document
from interchange.formats.form_workbooks import write_form_workbook
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form.plan_tables import plan_tables
from interchange.training_plans.plan_reading import read_training_plans


class ExportedPlan(NamedTuple):
    """The bytes of a file, and every value that is read otherwise from it than the plan has it."""

    data: bytes
    lost: list[ContentDifference]


def export_workbook(plan: PlanReading, reports: Sequence[FormTable] = ()) -> ExportedPlan:
    """Write a plan as a workbook; ``reports`` are tables on it that are not read back."""
    return _compared(plan, write_form_workbook([*plan_tables(plan), *reports]), read_xlsx)


def export_document(plan: PlanReading, reports: Sequence[FormTable] = ()) -> ExportedPlan:
    """Write a plan as a Word file, as ``export_workbook`` does."""
    head = plan.head
    title = f"{head.college or ''}{head.major_name or ''}{'专业' if head.major_name else ''}人才培养方案"
    return _compared(plan, write_form_document(title, [*plan_tables(plan), *reports]), read_docx)


# How a plan is written, by the ending of the file.
EXPORTS: Mapping[str, Callable[[PlanReading, Sequence[FormTable]], ExportedPlan]] = {
    "xlsx": export_workbook,
    "docx": export_document,
}


def digest_of_form(plan: PlanReading, reports: Sequence[FormTable]) -> str:
    """Give the digest of what the files show. Their bytes differ each time: they hold the moment of writing."""
    return hashlib.sha256(repr([*plan_tables(plan), *reports]).encode()).hexdigest()


def _compared(plan: PlanReading, data: bytes, read: Callable[[bytes], Document]) -> ExportedPlan:
    """Read a file back; our own bytes need no process of their own."""
    (again,) = read_training_plans(read(data))
    return ExportedPlan(data, content_differences(plan, again))
