"""Text that runs from top to bottom in the columns of a cell, the right one first, as a PDF prints it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

# What has fewer characters is no column.
_LEAST = 2


def stacked_columns(characters: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Give the columns of the characters of a cell, in the order in which they are printed; none where it has lines.

    Lines are printed across, column after column only what runs downwards. Digits and letters in it are turned: one
    column without them is read as lines of one character each.
    """
    columns: list[list[dict[str, Any]]] = []
    for each in characters:
        if each["text"].isspace():
            continue
        if columns and _is_below(each, columns[-1][-1]):
            columns[-1].append(each)
        else:
            columns.append([each])
    is_turned = any(not each["upright"] for column in columns for each in column)
    if not (len(columns) > 1 or is_turned) or any(len(each) < _LEAST for each in columns):
        return []
    go_left = all(_middle(left[0]) < right[0]["x0"] for right, left in pairwise(columns))
    has_upright = all(any(each["upright"] for each in column) for column in columns)
    return columns if go_left and has_upright else []


def _is_below(character: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a character stands right below the one before, as far as its column is wide."""
    size = max(before["x1"] - before["x0"], character["x1"] - character["x0"])
    gap = character["top"] - before["bottom"]
    return bool(abs(_middle(character) - _middle(before)) < size / 4 and -size / 4 < gap < size)


def _middle(character: dict[str, Any]) -> float:
    return float(character["x0"] + character["x1"]) / 2
