"""What a person writes for a value of a line, read as it is stored and within the bounds of an edit of a draft."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from analysis.code_words import ASSESSMENTS, MODULES, NATURES
from analysis.training_plans.derived_values import bad_term_text
from analysis.training_plans.plan_records import PlanValues
from analysis.training_plans.training_plan import ANY_TERM
from graph.model import MODEL
from graph.model.core import CodeList, Property, Scalar
from graph.model.value_bounds import faults_of
from interchange.standards.corrections.correction_errors import CorrectionError

_NAMES = (
    "name",
    "courseCode",
    "module",
    "courseNature",
    "credits",
    "hours",
    "theoryHours",
    "practiceHours",
    "durationWeeks",
    "terms",
    "weeklyHours",
    "assessment",
    "isCounted",
)
# What can be corrected of a line, by its name as an edit of a draft has it.
FIELDS: Mapping[str, Property] = {each: MODEL.node_types["PlanCourse"].by_name[each] for each in _NAMES}
# A plan has no line without these.
REQUIRED = frozenset({"name", "isCounted"})
# Their texts name a term, and what it has.
_OF_TERMS = frozenset({"weeklyHours", "assessment"})
_BETWEEN = re.compile(r"[、,，;；\n]+")
# Codes by what a person may write for them: the code, or its words in either language.
_CODES = {
    word.casefold(): code
    for table in (MODULES, NATURES, ASSESSMENTS)
    for code, words in table.items()
    for word in (code, words.english, words.chinese)
}
_WHETHER = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}
# With a point, or with a comma before one or two decimals: three digits after a comma are thousands.
_NUMBER = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,9})|,([0-9]{1,2}))?")


def text_of(name: str, line: PlanValues) -> str:
    """Write a value of a line as a person would."""
    value = line.get(name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "、".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def value_of(item: str, name: str, text: str) -> Any:
    """Read a text as the value that is stored. Raises: CorrectionError naming ``item``."""
    prop = FIELDS[name]
    value = _reader_of(prop)(text)
    if value is None:
        raise CorrectionError.unfit(item, text, *_FORMS[_form_of(prop)])
    if (bad := bad_term_text(name, value)) is not None:
        raise CorrectionError.unfit(
            item,
            bad,
            "it has another form, or names a term twice. Write it as the report does.",
            "格式不符，或学期重复；请照报告中的写法。",
        )
    for each in faults_of(prop, value):
        raise CorrectionError.unfit(item, text, each.english, each.chinese)
    return value


_FORMS = {
    "codes": ("take one of the codes of this field.", "请取该字段的代码之一。"),
    "whether": ("write yes or no.", "请填写是或否。"),
    "whole": ("write a whole number.", "请填写整数。"),
    "number": ("write a number, such as 3.5.", "请填写数字，如 3.5。"),
    "texts": ("write at least one.", "请至少写一项。"),
}


def _form_of(prop: Property) -> str:
    if prop.many:
        return "texts"
    if isinstance(prop.type, CodeList):
        return "codes"
    return {Scalar.BOOLEAN: "whether", Scalar.INT: "whole", Scalar.FLOAT: "number"}.get(prop.type, "texts")


def _reader_of(prop: Property) -> Callable[[str], Any]:
    readers: dict[str, Callable[[str], Any]] = {
        "codes": lambda text: _code(text, prop),
        "whether": lambda text: _WHETHER.get(text.casefold()),
        "whole": lambda text: _whole(_plain(text)),
        "number": lambda text: _number(_plain(text)),
        "texts": lambda text: _texts(text, prop.name) if prop.many else text,
    }
    return readers[_form_of(prop)]


def _plain(text: str) -> str:
    """Give a number in the digits and signs of ASCII: a keyboard of Chinese may write them in full width."""
    return unicodedata.normalize("NFKC", text).strip()


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text)
    return float(".".join(filter(None, found.groups()))) if found else None


def _code(text: str, prop: Property) -> str | None:
    code = _code_of(text)
    return code if isinstance(prop.type, CodeList) and code in prop.type.codes else None


def _texts(text: str, name: str) -> list[str] | None:
    parts = [each.strip() for each in _BETWEEN.split(text)]
    return [_by_term(each) if name in _OF_TERMS else each for each in parts if each] or None


def _by_term(text: str) -> str:
    """Write ``1：考试`` as it is stored: ``1: EXAM``; what names no term is of any."""
    term, colon, value = (each.strip() for each in text.replace("：", ":").partition(":"))
    return f"{term}: {_code_of(value)}" if colon else f"{ANY_TERM}: {_code_of(term)}"


def _code_of(text: str) -> str:
    return _CODES.get(text.casefold(), text)
