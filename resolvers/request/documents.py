"""Documents parsed, checked and kept: the work that is the same for every request of one text.

A document that fails is not kept, nor is one over 8,192 characters, and those kept are bounded in number and bytes, so
a stranger cannot fill the memory with texts. Registered documents are the operator's, and are kept for good.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableDefinitionNode,
    get_operation_ast,
    parse,
)

from graph.errors import OperationRefusedError
from resolvers.request.limits import TOKENS_LARGEST
from resolvers.request.recent_values import RecentValues
from resolvers.request.validation import unchain, validate_document
from resolvers.request.variables import declared_types

KEPT_LARGEST = 8_192
KEPT_DOCUMENTS, KEPT_BYTES = 1_024, 8 << 20
# What an operation takes, measured: its text, and the types and definitions of its variables.
OPERATION_BYTES, BYTES_PER_CHARACTER = 2_000, 4
PARSED_DOCUMENTS, PARSED_BYTES = 16, 4 << 20
# What a parsed document takes, measured: tokens with their places are most of it.
DOCUMENT_BYTES, DOCUMENT_BYTES_PER_CHARACTER = 4_000, 150


class RefusedError(Exception):
    """The document or the request is no valid operation; nothing was executed."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__(errors)
        self.errors = list(errors)


@dataclass(slots=True)
class Operation:
    """One operation of a valid document, without the document: that is parsed again where it is walked.

    ``key`` is its name as asked for. ``definitions`` are those of its variables. ``parsed`` gives the document.
    """

    text: str
    key: str | None
    name: str
    kind: OperationType
    definitions: tuple[VariableDefinitionNode, ...]
    variable_types: Mapping[str, GraphQLInputType]
    parsed: Callable[[], DocumentNode]
    is_registered: bool = False

    @property
    def size(self) -> int:
        """Estimate the bytes that keeping it takes; what is registered is there anyhow."""
        return 0 if self.is_registered else OPERATION_BYTES + BYTES_PER_CHARACTER * len(self.text)

    @property
    def may_be_kept(self) -> bool:
        """Whether it may be kept, and what is made of it: it is short enough, or registered."""
        return self.is_registered or len(self.text) <= KEPT_LARGEST

    @property
    def is_mutation(self) -> bool:
        """Whether the operation may write."""
        return self.kind is OperationType.MUTATION

    @property
    def node(self) -> OperationDefinitionNode:
        """Give its place in the document."""
        found = get_operation_ast(self.parsed(), self.key)
        assert found is not None
        return found


class Documents:
    """Operations by text and name, the least recently used forgotten first; those of ``registered`` texts never.

    A parsed document is some thousand objects, through which the collector has to look again and again: only a few are
    kept. One that is asked for again is parsed again, for the few answers that graphql-core walks.
    """

    def __init__(self, schema: GraphQLSchema, registered: Mapping[str, DocumentNode] | None = None) -> None:
        self._schema = schema
        self._kept = RecentValues[tuple[str, str | None], Operation](KEPT_BYTES, KEPT_DOCUMENTS)
        self._parsed = RecentValues[str, DocumentNode](PARSED_BYTES, PARSED_DOCUMENTS)
        self._registered = {
            (text, name): self._operation(text, name, document, is_registered=True)
            for text, document in (registered or {}).items()
            for name in _names(document)
        }

    @property
    def size(self) -> int:
        """Estimate the bytes of the operations and parsed documents that may be forgotten."""
        return self._kept.size + self._parsed.size

    def operation(self, text: str, name: str | None) -> Operation:
        """Give the operation of a text. Raises RefusedError, with what is wrong, when it cannot be run."""
        found = self.kept(text, name)
        if found is not None:
            return found
        document = check_document(self._schema, text)
        self._keep(text, document)
        made = self._operation(text, name, document)
        if made.may_be_kept:
            self._kept.put((text, name), made, made.size)
        return made

    def kept(self, text: str, name: str | None) -> Operation | None:
        """Give the operation of a text that was checked before."""
        key = (text, name)
        return self._kept.get(key) or self._registered.get(key)

    def _document(self, text: str) -> DocumentNode:
        """Give the document of a text that was checked before."""
        found = self._parsed.get(text)
        if found is None:
            found = parse(text, max_tokens=TOKENS_LARGEST)
            unchain(found)
            self._keep(text, found)
        return found

    def _keep(self, text: str, document: DocumentNode) -> None:
        self._parsed.put(text, document, DOCUMENT_BYTES + DOCUMENT_BYTES_PER_CHARACTER * len(text))

    def _operation(
        self, text: str, name: str | None, document: DocumentNode, *, is_registered: bool = False
    ) -> Operation:
        node = get_operation_ast(document, name)
        if node is None:
            raise RefusedError([_no_operation(name)])
        return Operation(
            text=text,
            key=name,
            name=node.name.value if node.name else "anonymous",
            kind=node.operation,
            definitions=tuple(node.variable_definitions or ()),
            variable_types=declared_types(self._schema, node),
            parsed=(lambda: document) if is_registered else partial(self._document, text),
            is_registered=is_registered,
        )


def _names(document: DocumentNode) -> list[str | None]:
    """Give the names by which the operations of a document are asked for; a single one also without its name."""
    nodes = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    return [None] * (len(nodes) == 1) + [each.name.value for each in nodes if each.name]


def check_document(schema: GraphQLSchema, text: str) -> DocumentNode:
    """Parse a document and validate it. Raises RefusedError with what is wrong."""
    try:
        document = parse(text, max_tokens=TOKENS_LARGEST)
    except GraphQLError as error:
        raise RefusedError([error]) from error
    errors = validate_document(schema, document)
    if errors:
        raise RefusedError(errors)
    return document


def _no_operation(name: str | None) -> GraphQLError:
    if name is None:
        cause = OperationRefusedError(
            "Several operations: name one in `operationName`.", "文档含多个操作，请用 `operationName` 指定。"
        )
    else:
        cause = OperationRefusedError(
            f"The document has no operation named {name!r}.", f"文档中没有名为 {name!r} 的操作。"
        )
    return GraphQLError(str(cause), original_error=cause)
