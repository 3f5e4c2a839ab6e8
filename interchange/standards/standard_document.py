"""A standard as it was read from the bytes of a file: its kind, its reading, and the report on it."""

from typing import NamedTuple

from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import Document
from interchange.documents.document_reading import read_document
from interchange.standards.skill.skill_standard import SkillStandardReading
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_report import write_report
from interchange.standards.teaching.teaching_reading import is_teaching_standard, read_teaching_standard
from interchange.standards.teaching.teaching_report import write_teaching_report
from interchange.standards.teaching.teaching_standard import TeachingStandardReading
from interchange.standards.template.template_reading import read_template

KINDS = (DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.XLSX)

StandardReading = SkillStandardReading | TeachingStandardReading


class StandardDocument(NamedTuple):
    """What was read, and the report on it as bytes."""

    reading: StandardReading
    report: bytes


def read_standard(data: bytes) -> StandardDocument:
    """Read a standard; its title says of which kind it is, and a workbook is our template. Raises: DocumentError."""
    return standard_of(data, read_document(data, kinds=KINDS))


def standard_of(data: bytes, document: Document) -> StandardDocument:
    """Read the standard in the pages of a document. Raises: DocumentError."""
    if document.kind is DocumentKind.XLSX:
        filled = read_template(document)
        return StandardDocument(filled, write_report(data, document, filled))
    if is_teaching_standard(document):
        teaching = read_teaching_standard(document)
        return StandardDocument(teaching, write_teaching_report(data, document, teaching))
    skill = read_skill_standard(document)
    return StandardDocument(skill, write_report(data, document, skill))
