"""The fields inside the values of a record that are not read, each named with the field of the record it stands in."""

from collections.abc import Iterator, Mapping
from typing import Any

from interchange.standard_lists.field_values import (
    FILE_KEYS,
    FILE_NAMES,
    KEY_LONGEST,
    LEVEL_IDS,
    is_title,
    items_within,
    json_within,
    level_fields,
    says_level,
    text_of_value,
)


def unread_inside(record: Mapping[str, Any]) -> set[str]:
    """Name them, such as ``certInfos.sort``: what has no value is nothing to read."""
    levels = (_of_level(each) for each in items_within(record.get("certInfos")) if isinstance(each, dict))
    files = record.get("standardUrl")
    inner = json_within(files) if isinstance(files, str) else files
    return {
        *(f"certInfos.{name}" for names in levels for name in names),
        *(f"standardUrl.{name}" for name in _of_files(inner)),
    }


def _is_empty(value: Any) -> bool:
    return value in (None, "", [], {})


def _of_level(item: Mapping[str, Any]) -> Iterator[str]:
    title = next((name for name, value in item.items() if is_title(name.lower()) and not _is_empty(value)), None)
    lower = {name.lower(): name for name in item}
    own = next((lower[each] for each in LEVEL_IDS if each in lower), None)
    grades = level_fields(item)
    for name, value in item.items():
        if name in grades:
            yield from (f"{name}.{inner}" for inner in _of_grade(value))
        elif name not in (title, own) and not _is_empty(value):
            yield name


def _of_grade(value: Any) -> Iterator[str]:
    """Name what an object that states a level has besides."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield from (name for name, inner in each.items() if not says_level(name) and not _is_empty(inner))


def _of_files(value: Any) -> Iterator[str]:
    """Name what stands next to the key and the name of a file, or next to objects that hold files."""
    if isinstance(value, list):
        for each in value:
            yield from _of_files(each)
    elif isinstance(value, dict):
        lower = {name.lower(): name for name in value}
        key, name = (next((lower[each] for each in of if each in lower), None) for of in (FILE_KEYS, FILE_NAMES))
        text = text_of_value(value[key]) if key else None
        yield from _beside_file(value, key, name) if text and len(text) <= KEY_LONGEST else _beside_objects(value, key)


def _beside_file(item: Mapping[str, Any], key: str | None, name: str | None) -> Iterator[str]:
    yield from (each for each, value in item.items() if each not in (key, name) and not _is_empty(value))


def _beside_objects(item: Mapping[str, Any], key: str | None) -> Iterator[str]:
    """Where nothing within may hold a file, the whole object is named as not read."""
    inner = [value for value in item.values() if isinstance(value, list | dict)]
    for each in inner:
        yield from _of_files(each)
    if inner:
        yield from (
            each
            for each, value in item.items()
            if each != key and not isinstance(value, list | dict) and not _is_empty(value)
        )
