"""The mutation type: one field, one input and one payload type for each mutation."""

from typing import Any

from resolvers.editing.mutations import DECISIONS, MUTATIONS, Mutation, node_field
from resolvers.questions.question import Argument
from resolvers.request.field_meanings import capital
from schema.codes import make_enum
from schema.fields import RecordField, argument, make_input, make_type, mutation_field, record_field


def make_mutation() -> type:
    """Make the mutation type."""
    make_enum("AlignmentDecision", "What a reviewer decides on an alignment.", DECISIONS)
    make_type(
        "EditError",
        "Why a change was not made; nothing was written.",
        [
            record_field(
                "code", "String", "Stable code, as in `extensions.code` of errors; docs/errors.md lists them."
            ),
            record_field("message", "String", "What is wrong and what to do, in the language of `Accept-Language`."),
            record_field("argument", "String | None", "The input field that is wrong. Null: not a single one."),
        ],
    )
    for name in sorted({each.node for each in MUTATIONS}):
        _make_payload(name)
    made = [_field(each) for each in MUTATIONS]
    text = (
        "Changes by editors. Each needs `Authorization: Bearer <token>`, is made in one transaction, and is recorded."
    )
    return make_type("Mutation", text, made)


def _make_payload(node: str) -> None:
    field = node[0].lower() + node[1:]
    make_type(
        f"{node}Payload",
        f"What a change of a {node} gives.",
        [
            mutation_field(
                field,
                f"{node} | None",
                "The node after the change. Null: see `userErrors`, or the error WRITTEN_BUT_NOT_READ at this field.",
            ),
            record_field("userErrors", "list[EditError]", "What the caller can mend. Empty: the change was made."),
            record_field(
                "bookmark",
                "String | None",
                "Send it as `extensions.bookmark` with a query that must see this change, whichever server answers it.",
            ),
        ],
    )


def _field(mutation: Mutation) -> RecordField:
    name = f"{capital(mutation.name)}Input"
    fields = {each.name: (each.annotation, each.description) for each in mutation.input}
    make_input(name, f"Input of `{mutation.name}`.", fields, defaults=_defaults(mutation.input))
    payload = f"{capital(node_field(mutation))}Payload"
    return mutation_field(
        mutation.name, f"{payload} | None", mutation.description, [argument("input", name, "What to do.")]
    )


def _defaults(arguments: tuple[Argument, ...]) -> dict[str, Any]:
    return {each.name: each.default for each in arguments if each.default is not ...}
