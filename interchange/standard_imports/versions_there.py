"""Which versions of a standard that was read the graph has."""

from collections.abc import Mapping
from typing import Any

from graph.model import MODEL
from graph.model.core import Text
from graph.model.distinct_names import distinct_name, name_properties
from graph.query.statement import Run, Statement
from interchange.standards.standard_document import StandardReading
from interchange.standards.teaching.teaching_standard import TeachingStandardReading


def id_of_version(reading: StandardReading) -> str:
    """Give the id that it would have; of a teaching standard the year is asked for later, so none is known yet."""
    if isinstance(reading, TeachingStandardReading):
        return ""
    return f"SkillStandard:{reading.head.code}:{reading.head.version}"


def name_of(label: str, values: Mapping[str, Any]) -> Text:
    """Give the title of a standard that the graph has, with what tells it from others, such as its version."""
    node_type = MODEL.node_types[label]
    known = [values.get(each.name) for each in name_properties(node_type)]
    return Text(*(distinct_name(node_type, language, known) for language in ("ENGLISH", "CHINESE")))


async def versions_there(run: Run, reading: StandardReading) -> list[str]:
    """Give the ids of the standards that have its code, or that of its major."""
    label, name, code = (
        ("TeachingStandard", "majorCode", reading.major.code)
        if isinstance(reading, TeachingStandardReading)
        else ("SkillStandard", "code", reading.head.code)
    )
    text = f"MATCH (s:{label}) WHERE s.{name} = $code RETURN s.id ORDER BY s.id"
    return [row[0] for row in await run(Statement(text, {"code": code}))]
