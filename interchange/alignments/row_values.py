"""The values that a row of the table states, checked one by one."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.code_words import CodeWords
from graph.errors import Language
from graph.model.alignments import REASON_LARGEST, contradiction, kept_strength
from graph.model.texts import unfit_character
from interchange.alignments.row_problems import RowProblem
from interchange.alignments.table_columns import BY_FIELD, WORDS, reason_in
from interchange.alignments.table_reading import TableLine, plain

# What a person writes for a decision: the pages name the action so, too.
_ACTION_WORDS: Mapping[str, Sequence[str]] = {
    "ACCEPTED": ("accept", "采纳"),
    "REJECTED": ("reject", "不采纳"),
    "WITHDRAWN": ("withdraw", "撤回"),
}
CONTENT = ("kind", "role", "strength", "rationale")
_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def stated_values(line: TableLine, before: dict[str, Any] | None) -> tuple[dict[str, Any], list[RowProblem]]:
    """Give kind, role, strength, reason and status as the row states them, and what is wrong with them.

    A column that the file does not have says nothing: then it is as ``before``, which None stands for a new row.
    """
    problems: list[RowProblem] = []
    values: dict[str, Any] = {}
    for field in (*CONTENT, "status"):
        if before and not line.has(field):
            values[field] = before[field]
        elif field == "strength":
            values[field] = _strength(line, problems)
        elif field == "rationale":
            is_kept = before and line.text(field) in _reasons(before[field])
            values[field] = before[field] if before and is_kept else _text(line, field, problems)
        else:
            values[field] = _code(line, field, problems)
    if values["kind"] == "NO_MATCH" and values["strength"] is None and not any(e.field == "strength" for e in problems):
        values["strength"] = 0.0
    for field in ("kind", "strength", "rationale", *(("status",) if before else ())):
        was_empty = before and before[field] is None
        if values[field] is None and not was_empty and not any(each.field == field for each in problems):
            problems.append(RowProblem(field, "no-strength" if field == "strength" else "empty"))
    values["changeReason"] = _text(line, "changeReason", problems)
    is_edited = not before or bool({"kind", "role", "strength"} & set(edited_fields(values, before)))
    if is_edited:
        wrong = {each.field for each in problems}
        problems += [RowProblem(each, f"kind-and-{each}") for each in _contradictions(values) if each not in wrong]
    return values, problems


def _reasons(known: str | None) -> set[str]:
    """Give how the table writes a reason that the graph has: as it is, and in each language."""
    return {(known or "").strip(), *(reason.strip() for each in _LANGUAGES if (reason := reason_in(known, each)))}


def _contradictions(values: dict[str, Any]) -> list[str]:
    """Name the fields that do not go with the kind; what the row does not say contradicts nothing."""
    kind, role, strength = values["kind"], values["role"], values["strength"]
    if kind is None:
        return []
    fitting_role, fitting_strength = (None, 0.0) if kind == "NO_MATCH" else ("TEACHES", 1.0)
    found = [contradiction(kind, role, fitting_strength)]
    found += [] if strength is None else [contradiction(kind, fitting_role, strength)]
    return [each for each in found if each]


def _code(line: TableLine, field: str, problems: list[RowProblem]) -> str | None:
    given, codes = line.code(field), BY_FIELD[field].codes
    assert codes
    if not given:
        return None
    code = next((code for code, words in WORDS[field].items() if given.casefold() in _spellings(code, words)), None)
    if code is None:
        # The codes with the words that the pages show: both are read.
        offered = CodeWords(
            ", ".join(f"{each} ({words.english})" for each, words in WORDS[field].items()),
            "、".join(f"{each} {words.chinese}" for each, words in WORDS[field].items()),
        )
        problems.append(RowProblem(field, "no-such-code", offered))
    return code


def _spellings(code: str, words: CodeWords) -> set[str]:
    return {plain(each).casefold() for each in (code, *words, *_ACTION_WORDS.get(code, ()))}


def _strength(line: TableLine, problems: list[RowProblem]) -> float | None:
    given = line.code("strength")
    if not given:
        return None
    try:
        value = float(given.removesuffix("%")) / (100 if given.endswith("%") else 1)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        problems.append(RowProblem("strength", "no-number", given[:40]))
        return None
    return kept_strength(value)


def _text(line: TableLine, field: str, problems: list[RowProblem]) -> str | None:
    text = line.text(field)
    if len(text) > REASON_LARGEST:
        problems.append(RowProblem(field, "too-long", str(REASON_LARGEST)))
    elif unfit := unfit_character(text):
        problems.append(RowProblem(field, "unfit-character", unfit))
    return text or None


def edited_fields(stated: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """Name the fields that a row states otherwise than the graph has them."""
    return [each for each in (*CONTENT, "status") if not is_same(stated[each], before[each])]


def is_same(stated: Any, known: Any) -> bool:
    """Whether a row states what the graph has; a spreadsheet rounds numbers, and nothing is as good as empty."""
    if isinstance(known, float) and isinstance(stated, float):
        return kept_strength(known) == stated
    return (stated or None) == ((known.strip() if isinstance(known, str) else known) or None)


def shown_problems(line: TableLine, known: dict[str, Any], *, fields: tuple[str, ...]) -> list[RowProblem]:
    """Give the cells that are only shown, are filled in, and say otherwise than the graph: code and name must agree."""
    return [
        RowProblem(each, "not-the-graphs", _words_of(each, str(known.get(each) or "–")))
        for each in fields
        if line.text(each) and not _is_shown_same(line, each, known.get(each))
    ]


def _words_of(field: str, value: str) -> str | CodeWords:
    return WORDS.get(field, {}).get(value, value)


def _is_shown_same(line: TableLine, field: str, known: Any) -> bool:
    given = line.cells[field]
    if isinstance(given, int | float) and not isinstance(given, bool):
        # A code such as 1.10 that a spreadsheet took for a number.
        try:
            return float(str(known)) == float(given)
        except ValueError:
            return False
    spellings = {str(known or ""), *WORDS.get(field, {}).get(str(known), ())}
    return folded(line.text(field)) in {folded(each) for each in spellings}


def folded(text: str) -> str:
    """Give a text as it is compared: without width, case and blanks."""
    return plain(unicodedata.normalize("NFKC", text)).casefold()
