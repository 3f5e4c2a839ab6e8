"""What an operation may ask for, checked before anything is planned: depth, aliases, fields, directives, repetition.

One rule, one pass: the cost of a fragment is worked out once and used wherever it is spread, so a document whose
fragments unfold without end is refused as fast as any other (732 bytes cost Strawberry's own limiters 3.9 s).
Introspection is bounded in depth by graphql-core's MaxIntrospectionDepthRule, and here in how often it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    ASTValidationRule,
    DefinitionNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    KnownTypeNamesRule,
    OperationDefinitionNode,
    OverlappingFieldsCanBeMergedRule,
    SelectionNode,
    SelectionSetNode,
    TokenKind,
    ValidationContext,
)
from graphql.validation.validate import ValidationAbortedError

from graph.errors import OperationRepeatsError, OperationShapeError

TOKENS_LARGEST = 1_000
DEPTH_LARGEST = 10
ALIASES_LARGEST = 15
FIELDS_LARGEST = 500
DIRECTIVES_LARGEST = 50
# There are two, `@skip` and `@include`, and neither may stand twice at one place.
DIRECTIVES_IN_A_ROW_LARGEST = 3
# No value of ours has more, and Python reads no whole number of more than 4,300.
DIGITS_LARGEST = 400
# The answer to one takes up to 0.7 s and 42,000 values, and no database is asked: it must not be multiplied by aliases.
INTROSPECTIONS_LARGEST = 3
# In the units of graphql-core, two for each pair of fields of one key; a unit takes up to 2 us. One field may stand at
# one place 176 times. Some fields of each of the 47 types of facts take 20,539, and of ten more types 30,200: it grows
# with the square of their number.
COMPARISONS_LARGEST = 31_000

# Wrappers of a page: they go no deeper into the graph.
_WRAPPERS = frozenset({"nodes", "edges", "node", "pageInfo"})
_INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass(frozen=True, slots=True)
class DocumentSize:
    """How large a selection is once all fragments are spread."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0
    directives: int = 0
    directives_in_a_row: int = 0
    introspections: int = 0
    digits: int = 0

    def beside(self, other: "DocumentSize") -> "DocumentSize":
        """Give the size of both together."""
        return DocumentSize(
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.fields + other.fields,
            self.directives + other.directives,
            max(self.directives_in_a_row, other.directives_in_a_row),
            self.introspections + other.introspections,
            max(self.digits, other.digits),
        )


_LIMITS = DocumentSize(
    DEPTH_LARGEST,
    ALIASES_LARGEST,
    FIELDS_LARGEST,
    DIRECTIVES_LARGEST,
    DIRECTIVES_IN_A_ROW_LARGEST,
    INTROSPECTIONS_LARGEST,
    DIGITS_LARGEST,
)
_WORDS = {
    "depth": ("levels of nesting", "层嵌套"),
    "aliases": ("aliases", "个别名"),
    "fields": ("fields", "个字段"),
    "directives": ("directives", "个指令"),
    "directives_in_a_row": ("directives at one place", "个位于同一处的指令"),
    "digits": ("digits in one number", "位数字（单个数值）"),
    "introspections": (
        "introspections (`__schema`, `__type`, and aliases within)",
        "次内省（`__schema`、`__type` 及其中的别名）",
    ),
}


class SizeRule(ASTValidationRule):
    """Refuses operations beyond the limits of this module with the code OPERATION_TOO_LARGE, before any other rule."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._known: dict[str, DocumentSize] = {}
        self._open: set[str] = set()

    def enter_document(self, node: DocumentNode, *_: object) -> None:
        """Measure all operations; where one is too large, nothing more is checked."""
        numbers = DocumentSize(digits=_most_digits(node))
        errors = [error for each in node.definitions for error in self._beyond(each, numbers)]
        if errors:
            for each in errors[:-1]:
                self.report_error(each)
            raise errors[-1]

    def _beyond(self, node: DefinitionNode, numbers: DocumentSize) -> Iterator[ValidationAbortedError]:
        """Tell which limits an operation breaks; fragments are measured where they are spread, numbers anywhere."""
        if not isinstance(node, OperationDefinitionNode):
            return
        size = self._of_set(node.selection_set).beside(numbers)
        for place in (node, *(node.variable_definitions or ())):
            size = size.beside(_of_directives(place))
        for name, (en, zh) in _WORDS.items():
            found, limit = getattr(size, name), getattr(_LIMITS, name)
            if found > limit:
                cause = OperationShapeError(found, limit, en, zh)
                yield ValidationAbortedError(str(cause), node, original_error=cause)

    def _of_set(self, node: SelectionSetNode | None) -> DocumentSize:
        size = DocumentSize()
        for each in node.selections if node else ():
            size = size.beside(self._of(each))
        return size

    def _of(self, node: SelectionNode) -> DocumentSize:
        own = _of_directives(node)
        if isinstance(node, FieldNode):
            return own.beside(self._of_field(node))
        if isinstance(node, FragmentSpreadNode):
            return own.beside(self._of_fragment(node.name.value))
        return own.beside(self._of_set(getattr(node, "selection_set", None)))

    def _of_field(self, node: FieldNode) -> DocumentSize:
        below = self._of_set(node.selection_set)
        aliases = 1 if node.alias else 0
        if node.name.value in _INTROSPECTION:
            return DocumentSize(fields=1, aliases=aliases, introspections=1 + below.aliases)
        step = 0 if node.name.value in _WRAPPERS else 1
        return replace(below, depth=below.depth + step, aliases=below.aliases + aliases, fields=below.fields + 1)

    def _of_fragment(self, name: str) -> DocumentSize:
        if name in self._known:
            return self._known[name]
        definition = self.context.get_fragment(name)
        # A fragment within itself, or an unknown one, is another rule's to report.
        if name in self._open or not isinstance(definition, FragmentDefinitionNode):
            return DocumentSize()
        self._open.add(name)
        self._known[name] = self._of_set(definition.selection_set).beside(_of_directives(definition))
        self._open.discard(name)
        return self._known[name]


def _of_directives(node: Any) -> DocumentSize:
    number = len(node.directives or ())
    return DocumentSize(directives=number, directives_in_a_row=number)


def _most_digits(document: DocumentNode) -> int:
    """Give the length of the longest number of a document, wherever it stands."""
    token, most = document.loc and document.loc.start_token, 0
    while token:
        if token.kind in {TokenKind.INT, TokenKind.FLOAT}:
            most = max(most, token.end - token.start)
        token = token.next
    return most


class MergingRule(OverlappingFieldsCanBeMergedRule):
    """Gives up, with the code OPERATION_TOO_LARGE, where fields repeat so often that comparing them would take long.

    Each field is compared with each of its key at its place. graphql-core would go on for 500,000 units, a second.
    """

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context.remaining_complexity_budget = COMPARISONS_LARGEST

    def enter_selection_set(self, selection_set: SelectionSetNode, *where: Any) -> None:
        """Compare the fields of one selection."""
        try:
            super().enter_selection_set(selection_set, *where)
        except ValidationAbortedError as error:
            if self.rule_context.remaining_complexity_budget >= 0:
                raise
            cause = OperationRepeatsError()
            raise ValidationAbortedError(str(cause), selection_set, original_error=cause) from error


class TypeNamesRule(KnownTypeNamesRule):
    """Guesses what may be meant by the first unknown type only: one long name among 500 others takes 35 ms."""

    def report_error(self, error: GraphQLError) -> None:
        """Report an unknown type, and guess no more."""
        super().report_error(error)
        self.type_names = []
