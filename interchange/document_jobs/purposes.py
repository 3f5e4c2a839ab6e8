"""What a document is read for, and how it is read for that: its pages as plain values, and the report on them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from analysis.training_plans.training_plan import PlanReading
from graph.model.core import Text
from interchange.documents.document_errors import DocumentError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import Document, document_from
from interchange.documents.document_reading import SECONDS_ALLOWED
from interchange.documents.reading_here import read_values_here
from interchange.documents.sheet_reading import read_sheets
from interchange.standards.standard_document import KINDS, StandardDocument, standard_of
from interchange.standards.teaching.teaching_standard import TeachingStandardReading
from interchange.training_plans.plan_head import NamedMajor
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_report import write_plan_report
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices


class Purpose(StrEnum):
    """What a document is read for."""

    SKILL_STANDARD = "SKILL_STANDARD"
    TEACHING_STANDARD = "TEACHING_STANDARD"
    TRAINING_PLAN = "TRAINING_PLAN"
    ALIGNMENTS = "ALIGNMENTS"


NAMES = {
    Purpose.SKILL_STANDARD: Text("a skill level standard", "职业技能等级标准"),
    Purpose.TEACHING_STANDARD: Text("a teaching standard", "专业教学标准"),
    Purpose.TRAINING_PLAN: Text("a training plan", "专业人才培养方案"),
    Purpose.ALIGNMENTS: Text("a table of alignments", "对接表"),
}
STANDARDS = frozenset({Purpose.SKILL_STANDARD, Purpose.TEACHING_STANDARD})


class PurposeError(DocumentError):
    """The document is a standard of the other kind than it was read for."""

    code = "DOCUMENT_PURPOSE"

    def __init__(self, found: Purpose, wanted: Purpose) -> None:
        en, zh = NAMES[found], NAMES[wanted]
        super().__init__(
            f"By its title the document is {en.english}, not {zh.english}. Read it as {found}.",
            f"从标题看，该文档是{en.chinese}，不是{zh.chinese}。请选择{en.chinese}（{found}）重新读取。",
        )


class DocumentValues(NamedTuple):
    """A document as plain values of JSON, and the report on it; None: the report needs the graph.

    ``plans`` are its training plans as they were read, to be kept.
    """

    pages: Any
    report: bytes | None
    plans: tuple[PlanReading, ...] | None = None


def read_for(
    purpose: Purpose,
    data: bytes,
    majors: Iterable[NamedMajor],
    choices: ColumnChoices = NO_CHOICES,
) -> DocumentValues:
    """Read a document for a purpose, in a process that was made for it. Raises: DocumentError."""
    if purpose is Purpose.ALIGNMENTS:
        return DocumentValues([[each.name, each.rows] for each in read_sheets(data)], None)
    kinds = KINDS if purpose in STANDARDS else tuple(DocumentKind)
    values = read_values_here(data, SECONDS_ALLOWED, kinds)
    document = document_from(values)
    if purpose is Purpose.TRAINING_PLAN:
        plans = read_training_plans(document, list(majors), choices)
        return DocumentValues(values, write_plan_report(data, document, plans), plans)
    return DocumentValues(values, standard_for(purpose, data, document).report)


def standard_for(purpose: Purpose, data: bytes, document: Document) -> StandardDocument:
    """Read the standard in pages. Raises: DocumentError, PurposeError where it is of the other kind."""
    standard = standard_of(data, document)
    is_teaching = isinstance(standard.reading, TeachingStandardReading)
    found = Purpose.TEACHING_STANDARD if is_teaching else Purpose.SKILL_STANDARD
    if found is not purpose:
        raise PurposeError(found, purpose)
    return standard
