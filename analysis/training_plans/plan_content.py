"""What a plan says, apart from where in which document it stands and what was guessed when it was read."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from analysis.training_plans.training_plan import PlanReading

# Where things stood, how columns were read, and remarks are about the document, not about the plan.
_OF_THE_DOCUMENT = frozenset({"place", "columns", "guesses", "problems", "not_read"})


class ContentDifference(NamedTuple):
    """A value that two plans do not share, by its path: lines.12.credits."""

    path: str
    before: Any
    after: Any


def content_differences(before: PlanReading, after: PlanReading) -> list[ContentDifference]:
    """Compare all that two plans say, value by value, in the order of their lines; empty where they say the same."""
    return list(_differences("", _content(before), _content(after)))


def _content(value: Any) -> Any:
    """Give a value without what is about the document, as mappings and plain values."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        fields = value._asdict()
        return {name: _content(each) for name, each in fields.items() if name not in _OF_THE_DOCUMENT}
    if isinstance(value, tuple):
        return {str(number): _content(each) for number, each in enumerate(value, 1)}
    if isinstance(value, Mapping):
        return {name: _content(each) for name, each in value.items()}
    return value


def _differences(path: str, before: Any, after: Any) -> Iterator[ContentDifference]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys([*before, *after]):
            yield from _differences(f"{path}.{name}".lstrip("."), before.get(name), after.get(name))
    elif before != after:
        yield ContentDifference(path, before, after)
