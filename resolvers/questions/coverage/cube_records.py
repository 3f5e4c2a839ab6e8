"""The record that answers ``coverageCube``: its dimensions, its measures, and the columns that describe them."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.codes import CERTIFICATE_LEVEL_CODE, EDUCATION_LEVEL
from graph.model.core import CodeList, Property, Scalar
from resolvers.questions.records import RecordField, RecordType

PROGRAMME = CodeList(
    "CubeProgramme",
    "What carries the courses of a programme.",
    {
        "TEACHING_STANDARD": "The national teaching standard of a major; without one, all is UNKNOWN.",
        "TRAINING_PLAN": "A college's plan for a major. Few are published; no plan here is complete.",
    },
)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension: the code that asks for it and the columns it fills; ``of_plans``: only plans have it."""

    code: str
    text: str
    columns: tuple[Property, ...]
    of_plans: bool = False


def _named(name: str, text: str, kind: Scalar | CodeList = Scalar.STRING) -> Property:
    return Property(name=name, type=kind, description=f"{text} Null: not asked for, or not known.")


_DIMENSIONS = (
    Dimension("CATEGORY", "Category of majors (专业大类).", (_named("category", "Name of the category (专业大类)."),)),
    Dimension("CLASS", "Class of majors (专业类).", (_named("majorClass", "Name of the class (专业类)."),)),
    Dimension("MAJOR", "Major.", (_named("major", "Id of the major."), _named("majorName", "Name of the major."))),
    Dimension(
        "EDUCATION_LEVEL",
        "Level of the diploma.",
        (_named("educationLevel", "Level of the diploma.", EDUCATION_LEVEL),),
    ),
    Dimension("CERTIFICATE", "Certificate.", (_named("certificate", "Name of the certificate."),)),
    Dimension(
        "CERTIFICATE_LEVEL",
        "Level of the certificate.",
        (_named("certificateLevel", "Level of the certificate.", CERTIFICATE_LEVEL_CODE),),
    ),
    Dimension(
        "PROVINCE", "Province of the college.", (_named("province", "Full name of the province."),), of_plans=True
    ),
    Dimension("COLLEGE", "College.", (_named("college", "Name of the college."),), of_plans=True),
    Dimension(
        "YEAR",
        "Year of the teaching standard; of a plan the year its grade begins with, such as 2024 of 2024级.",
        (_named("year", "Year of the programme.", Scalar.INT),),
    ),
)
DIMENSIONS: Mapping[str, Dimension] = {each.code: each for each in _DIMENSIONS}
DIMENSION = CodeList("CubeDimension", "What the cube groups by.", {each.code: each.text for each in _DIMENSIONS})


def _measure(name: str, text: str, kind: Scalar = Scalar.INT) -> Property:
    return Property(name=name, type=kind, description=f"{text} Null: not asked for.")


_MEASURES = {
    "REQUIREMENTS": _measure("requirements", "Skill requirements, once for each programme."),
    "COVERED": _measure("covered", "Requirements COVERED, once for each programme."),
    "NOT_COVERED": _measure("notCovered", "Requirements NOT_COVERED, once for each programme."),
    "UNKNOWN": _measure("unknown", "Requirements UNKNOWN, once for each programme."),
    "LOWER": Property(
        name="lower",
        type=Scalar.FLOAT,
        description="covered / requirements, 0 to 1. Null: not asked for, or no requirements.",
    ),
    "UPPER": Property(
        name="upper",
        type=Scalar.FLOAT,
        description="(covered + unknown) / requirements, 0 to 1. Null: not asked for, or no requirements.",
    ),
    "PROGRAMMES": _measure("programmes", "Majors."),
    "PLANS": _measure("plans", "Plans; through TRAINING_PLAN only."),
    "COLLEGES": _measure("colleges", "Colleges; through TRAINING_PLAN only."),
}
MEASURES: Mapping[str, Property] = _MEASURES
MEASURE = CodeList(
    "CubeMeasure",
    "What the cube counts.",
    {code: str(each.description).partition(" Null:")[0] for code, each in _MEASURES.items()},
)

COLUMN_KIND = CodeList(
    "CubeColumnKind", "What a column of the cube holds.", {"DIMENSION": "A value grouped by.", "MEASURE": "A figure."}
)
COLUMN_TYPE = CodeList(
    "CubeColumnType",
    "Type of the values of a column.",
    {"STRING": "Text or a code.", "INT": "A whole number.", "FLOAT": "A number."},
)

COLUMN = RecordType(
    name="CubeColumn",
    description="A column that was asked for.",
    fields=(
        Property(name="name", description="Name of the field of a row.", required=True),
        Property(name="kind", type=COLUMN_KIND, description="Dimension or measure.", required=True),
        Property(name="type", type=COLUMN_TYPE, description="Type of its values.", required=True),
        Property(name="description", description="What it means.", required=True),
    ),
)

ROW = RecordType(
    name="CubeRow",
    description="One cell of the cube: its values by dimension and its figures. What was not asked for is null.",
    fields=(*(column for each in _DIMENSIONS for column in each.columns), *_MEASURES.values()),
)

CUBE = RecordType(
    name="CoverageCube",
    description="A table of coverage over many programmes.",
    fields=(
        RecordField(name="columns", description="The columns asked for, dimensions first.", record=COLUMN),
        RecordField(
            name="rows",
            description="Sorted by the dimensions as asked: codes in their own order, texts by character, null last.",
            record=ROW,
        ),
        Property(name="total", type=Scalar.INT, description="Rows there are, also beyond `first`.", required=True),
    ),
)
