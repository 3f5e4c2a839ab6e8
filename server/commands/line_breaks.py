"""Where a line of the terminal ends within Chinese text, which has no spaces: no line begins with a stop."""

from rich import text
from rich._wrap import divide_line

# No line begins with one of these, nor ends with one of those.
_CLOSING = frozenset("。，、；：！？）》」』】”’…%,.;:!?)]}")
_OPENING = frozenset("（《「『【“‘([{")


def divided(line: str, width: int, fold: bool = True) -> list[int]:  # noqa: FBT001, FBT002  # as Rich calls it
    """Give the places at which Rich breaks a line, moved to where a reader of Chinese expects them."""
    breaks: list[int] = []
    start = 0
    while found := divide_line(line[start:], width, fold):
        at = _moved(line, start, start + found[0])
        if at <= start:
            return [*breaks, *(start + each for each in found)]
        breaks.append(at)
        start = at
    return breaks


def _moved(line: str, start: int, at: int) -> int:
    """Move a break to the left until it parts no stop from what it ends, and no bracket from what it opens."""
    while at > start and at < len(line) and (line[at] in _CLOSING or line[at - 1] in _OPENING):
        at -= 1
    return at


def break_lines_as_chinese() -> None:
    """Let Rich break lines by ``divided``: it has no setting for that."""
    setattr(text, "divide_line", divided)  # noqa: B010  # the name is imported there, so mypy refuses to assign it
