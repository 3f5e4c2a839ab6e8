"""Root fields that the process answers by itself, with their inputs and records."""

from graph.model.core import Text
from resolvers.request.declarations import Argument, InputType
from resolvers.request.field_meanings import capital
from resolvers.services.service import Service
from schema.fields import ResponseField, argument, default_of, make_input, mutation_field
from schema.objects import make_record


def make_service(service: Service) -> ResponseField:
    """Make the field of a service, and the types that it needs."""
    make_record(service.record)
    for each in service.inputs:
        _make_input(each)
    shown = f"{service.record.name} | None"
    if not service.is_mutation:
        arguments = [
            argument(each.name, each.annotation, each.description, _default(each)) for each in service.arguments
        ]
        return mutation_field(service.name, shown, service.description, arguments)
    text = Text(f"Input of `{service.name}`.", f"`{service.name}` 的输入。")
    whole = InputType(name=f"{capital(service.name)}Input", description=text, fields=service.arguments)
    _make_input(whole)
    return mutation_field(
        service.name, shown, service.description, [argument("input", whole.name, Text("What to do.", "要做的事。"))]
    )


def _make_input(each: InputType) -> None:
    fields = {one.name: (one.annotation, one.description) for one in each.fields}
    defaults = {one.name: _default(one) for one in each.fields if one.default is not ...}
    make_input(each.name, each.description, fields, defaults=defaults)


def _default(each: Argument) -> object:
    return default_of(each.annotation, each.default)
