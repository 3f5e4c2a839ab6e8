"""The report of a teaching standard that was read, in the form of that of a skill standard."""

from collections import Counter
from typing import Any

from interchange.documents.document_pages import Document
from interchange.standards.standard_report import as_json, file_as_values, places_as_values, remarks_as_values
from interchange.standards.teaching.teaching_standard import TeachingCourse, TeachingStandardReading

FORM = "oneplusx.teaching-standard-report/1"


def write_teaching_report(data: bytes, document: Document, reading: TeachingStandardReading) -> bytes:
    """Write the report as JSON."""
    return as_json(
        {
            "report": FORM,
            "file": file_as_values(data, document),
            "standard": _head(reading),
            "counts": dict(sorted(Counter(each.module for each in reading.courses).items())),
            "courses": [_course(each) for each in reading.courses],
            "rules": [each._asdict() for each in reading.rules],
            "guesses": remarks_as_values(reading.guesses),
            "problems": remarks_as_values(reading.problems),
            "notRead": remarks_as_values(reading.not_read),
        }
    )


def _head(reading: TeachingStandardReading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "major": reading.major._asdict(),
        "education": reading.education,
        "years": reading.years,
        "entry": reading.entry,
        "industries": [each._asdict() for each in reading.industries],
        "occupations": [each._asdict() for each in reading.occupations],
        "positions": reading.positions,
        "certificates": reading.certificates,
        "practice": reading.practice,
    }


def _course(course: TeachingCourse) -> dict[str, Any]:
    return {
        "module": course.module,
        "name": course.name,
        "tasks": course.tasks,
        "content": course.content,
        "places": places_as_values(course.places),
    }
