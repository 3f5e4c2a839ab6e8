"""What a service is: a root field whose answer the process makes by itself, such as how far a job is.

It stays out of the plan and of every cache, and its answer is for the one editor who asks. Its arguments and its record
are declared as those of questions are; what makes the answer is given to ``Operations`` when the process starts.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, NamedTuple

from graph.errors import Language, OneplusxError, StateError, UserError
from graph.model.core import CodeList, Property, Text
from resolvers.editing.edit_errors import shown_error
from resolvers.questions.records import NodeField, RecordField, RecordType
from resolvers.request.declarations import Argument, InputType
from resolvers.request.selection import Collector, FieldRequest


class ServiceCaller(NamedTuple):
    """Who asks: the bearer token, if one was sent, and the language of texts."""

    token: str | None
    language: Language


# Makes the answer, as values by field name, of the arguments; of a mutation, of the fields of its input.
Answering = Callable[[Mapping[str, Any], ServiceCaller], Awaitable[Mapping[str, Any]]]
# What makes the answers, by the name of the service.
Services = Mapping[str, Answering]

USER_ERRORS = "userErrors"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """One service. A mutation has one argument ``input`` with these fields, and its record has ``userErrors``.

    ``inputs`` are the input objects within; ``codes`` the code lists that no property of the model uses.
    """

    name: str
    description: Text
    arguments: tuple[Argument, ...]
    record: RecordType
    is_mutation: bool = True
    inputs: tuple[InputType, ...] = ()
    codes: tuple[CodeList, ...] = ()


async def serve(
    collector: Collector, request: FieldRequest, service: Service, services: Services, caller: ServiceCaller
) -> Any:
    """Give the answer by response keys, or an error in its place; mistakes in a mutation are part of the answer."""
    answering = services.get(service.name)
    if answering is None:
        return StateError(f"This process does not answer {service.name}.", f"此进程不提供 {service.name}。")
    given = request.arguments["input"] if service.is_mutation else request.arguments
    try:
        values = await answering(_plain(given), caller)
    except UserError as error:
        if not service.is_mutation:
            return error
        values = {USER_ERRORS: [shown_error(error, caller.language)]}
    except OneplusxError as error:
        return error
    return _by_keys(_selected(collector, request, service.record), values)


def _plain(given: Any) -> Any:
    match given:
        case Mapping():
            return {name: _plain(value) for name, value in given.items()}
        case list():
            return [_plain(each) for each in given]
        case Enum():
            return given.value
        case _:
            return given


class _Selected(NamedTuple):
    """A field that is selected, and what is selected of its records."""

    key: str
    name: str
    declared: RecordField | NodeField | Property | None
    below: "tuple[_Selected, ...]"


def _selected(collector: Collector, request: FieldRequest, record: RecordType) -> tuple[_Selected, ...]:
    """Read the selection once: what an operation may ask does not depend on how long the answer is."""
    found = []
    for each in collector.below(request):
        declared = record.fields[record.by_name[each.name]] if each.name in record.by_name else None
        below = _selected(collector, each, declared.record) if isinstance(declared, RecordField) else ()
        found.append(_Selected(each.key, each.name, declared, below))
    return tuple(found)


def _by_keys(selected: tuple[_Selected, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    """Give values by response key, as far as they are selected; what is not named is null, or an empty list."""
    found: dict[str, Any] = {}
    for each in selected:
        value = values.get(each.name)
        if isinstance(each.declared, RecordField):
            below = partial(_by_keys, each.below)
            value = [*map(below, value or ())] if each.declared.is_list else None if value is None else below(value)
        elif isinstance(each.declared, Property) and each.declared.many:
            value = value or []
        found[each.key] = value
    return found
