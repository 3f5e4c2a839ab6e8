"""Wrong values in a document have their place there, whatever scalar they are of.

graphql-core leaves it to the scalar: one of ours that is only given the value knows no place, and neither do its own
where the value is an object.
"""

from typing import Any

from graphql import SKIP, GraphQLError, ListValueNode, ObjectValueNode, ValueNode, ValuesOfCorrectTypeRule
from graphql.utilities.validate_input_value import validate_input_literal


class PlacedValuesRule(ValuesOfCorrectTypeRule):
    """Adds the place of a value to each error that has none."""

    def is_valid_value_node(self, node: ValueNode, input_type: Any) -> Any:
        """Check a value with all within it."""

        def on_error(error: GraphQLError, path: list[str | int]) -> None:
            self.report_error(error if error.locations else GraphQLError(error.message, _within(node, path)))

        if input_type:
            validate_input_literal(node, input_type, on_error, None, None, self.context.hide_suggestions)
        return SKIP


def _within(node: ValueNode, path: list[str | int]) -> ValueNode:
    """Give the value at a path; one that is no list may stand for a list of one."""
    for step in path:
        if isinstance(node, ObjectValueNode):
            node = next((each.value for each in node.fields if each.name.value == step), node)
        elif isinstance(node, ListValueNode) and isinstance(step, int):
            node = node.values[step]
    return node
