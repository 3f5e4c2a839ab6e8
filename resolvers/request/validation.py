"""Checks a document as ``graphql.validate`` does, and leaves nothing that refers to itself.

``validate`` leaves the methods of 33 visitors in a ring with the document, some 3,000 objects for a long one. What the
collector has set apart meanwhile would stay: next to different documents a server grew by 150 MB in a few seconds.
"""

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    KnownTypeNamesRule,
    OverlappingFieldsCanBeMergedRule,
    ParallelVisitor,
    TypeInfo,
    TypeInfoVisitor,
    ValidationContext,
    ValuesOfCorrectTypeRule,
    Visitor,
    specified_rules,
    visit,
)
from graphql.validation.validate import (
    FragmentNestingVisitor,
    ValidationAbortedError,
    query_document_keys_to_validate,
)

from resolvers.request.limits import MergingRule, SizeRule, TypeNamesRule
from resolvers.request.placed_values import PlacedValuesRule

ERRORS_LARGEST = 10

_OURS = {
    OverlappingFieldsCanBeMergedRule: MergingRule,
    KnownTypeNamesRule: TypeNamesRule,
    ValuesOfCorrectTypeRule: PlacedValuesRule,
}
RULES = (SizeRule, *(_OURS.get(each, each) for each in specified_rules))


def validate_document(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """Give what is wrong with a document by our limits and the rules of GraphQL: at most ten errors."""
    errors = _Errors()
    types = TypeInfo(schema)
    context = ValidationContext(schema, document, types, errors.add)
    visitors: list[Visitor] = [*_nesting(document), *(rule(context) for rule in RULES)]
    together = ParallelVisitor(visitors)
    with_types = TypeInfoVisitor(types, together)
    try:
        visit(document, with_types, query_document_keys_to_validate)
    except ValidationAbortedError as error:
        error.__context__ = None
        errors.found.append(error.with_traceback(None))
    except RecursionError:
        errors.found.append(ValidationAbortedError("Validation aborted."))
    finally:
        for each in (*visitors, together, with_types):
            each.enter_leave_map.clear()
        unchain(document)
    return errors.found


class _Errors:
    """The errors found so far."""

    def __init__(self) -> None:
        self.found: list[GraphQLError] = []

    def add(self, error: GraphQLError) -> None:
        """Note an error, or end the validation when there are as many as are shown."""
        if len(self.found) >= ERRORS_LARGEST:
            message = "Too many validation errors, error limit reached. Validation aborted."
            raise ValidationAbortedError(message)
        self.found.append(error)


def _nesting(document: DocumentNode) -> list[Visitor]:
    """Make the visitor that refuses fragments nested too deeply to be walked, where there are any."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    return [FragmentNestingVisitor(fragments)] if fragments else []


def unchain(document: DocumentNode) -> None:
    """Take the chain from a document's tokens: one that is kept, as that of a variable, would keep all of them."""
    token = document.loc and document.loc.start_token
    while token:
        following = token.next
        token.prev = token.next = None
        token = following
