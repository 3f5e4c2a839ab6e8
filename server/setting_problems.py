"""What a setting may be, and what to tell an operator whose value it cannot be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from graph.errors import OneplusxError

# How many characters of a refused value are shown.
SHOWN_LARGEST = 80


class SettingsError(OneplusxError):
    """A setting has a value that it cannot have."""

    code = "SETTINGS"

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__("\n".join(en for en, _ in problems), "\n".join(zh for _, zh in problems))


_HEAP = re.compile(r"([1-9][0-9]{0,11})([kmg])", re.IGNORECASE)
_SHIFTS = {"k": 10, "m": 20, "g": 30}


@dataclass(frozen=True, slots=True)
class HeapRange:
    """The range of a heap, in the words of Java: a number with k, m or g behind it."""

    least: str
    most: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Have pydantic check it."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, heap: str) -> str:
        if not _bytes_of(self.least) <= _bytes_of(heap) <= _bytes_of(self.most):
            raise ValueError(heap)
        return heap


def _bytes_of(heap: str) -> int:
    found = _HEAP.fullmatch(heap)
    if not found:
        raise ValueError(heap)
    return int(found[1]) << _SHIFTS[found[2].lower()]


def problem(variable: str, field: FieldInfo, value: object) -> tuple[str, str]:
    """Tell in one line which variable has which value, and what is allowed, in both languages."""
    en, zh = allowed(field)
    shown = _shown(value)
    return f"{variable}={shown}: {en} is needed.", f"{variable}={shown}：须为{zh}。"


def no_home(variable: str, value: object) -> tuple[str, str]:
    """Tell that a path begins with ``~`` and a user whose home this machine does not know."""
    shown = _shown(value)
    return (
        f"{variable}={shown}: this machine knows no home of that user. Write the path without `~`.",
        f"{variable}={shown}：本机没有该用户的主目录，请不用 `~` 书写路径。",
    )


def _shown(value: object) -> str:
    return "".join(each if each.isprintable() else "�" for each in str(value))[:SHOWN_LARGEST]


def unreadable(error: OSError | UnicodeDecodeError) -> SettingsError:
    """Make the error of a file ``.env`` that cannot be read."""
    why = error.strerror if isinstance(error, OSError) else f"not UTF-8 from byte {error.start + 1}"
    return SettingsError([(f".env: the file cannot be read: {why}.", f".env：无法读取该文件：{why}。")])


def allowed(field: FieldInfo) -> tuple[str, str]:
    """Say what a setting may be, in both languages."""
    kind = _kind(field.annotation)
    if kind in _NUMBERS:
        return _number(kind, field.metadata)
    if kind is bool:
        return "true or false", " true 或 false"
    if isinstance(kind, type) and issubclass(kind, str) and kind is not str:
        codes = [each.value for each in kind]  # type: ignore[attr-defined]  # an enumeration
        return f"one of {', '.join(codes)}", f"以下之一：{'、'.join(codes)}"
    if field.examples:
        within = next((each for each in field.metadata if isinstance(each, HeapRange)), None)
        en, zh = (
            (f", from {within.least} to {within.most}", f"，{within.least} 至 {within.most}") if within else ("", "")
        )
        return (
            f"a text such as {' or '.join(field.examples)}{en}",
            f"形如 {' 或 '.join(field.examples)} 的文本{zh}",
        )
    return _TEXTS[kind]


_TEXTS = {
    str: ("a text", "文本"),
    SecretStr: ("a text", "文本"),
    Path: ("a path", "路径"),
    tuple: ("a list separated by commas", "以英文逗号分隔的列表"),
}
_NUMBERS = {int: ("a whole number", "整数"), float: ("a number", "数字")}


def _kind(annotation: Any) -> Any:
    """Give the plain type of an annotation: of ``Path | None`` the path, of ``tuple[str, ...]`` the tuple."""
    parts = [each for each in get_args(annotation) if each is not type(None)]
    if not parts:
        return annotation
    return tuple if Ellipsis in parts else _kind(parts[0])


def _number(kind: Any, metadata: Sequence[Any]) -> tuple[str, str]:
    en, zh = _NUMBERS[kind]
    bounds = {name: getattr(each, name) for each in metadata for name in ("ge", "le", "gt") if hasattr(each, name)}
    match bounds:
        case {"ge": least, "le": most}:
            return f"{en} from {least} to {most}", f" {least} 至 {most} 之间的{zh}"
        case _:
            above, most = bounds["gt"], bounds["le"]
            return f"{en} above {above} and up to {most}", f"大于 {above} 且不超过 {most} 的{zh}"
