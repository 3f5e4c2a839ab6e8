"""The Cypher of a workload, as our compiler writes it."""

from functools import cache
from typing import Any

from graphql import get_operation_ast, parse
from graphql.execution.values import VariableValues, get_variable_values

from bench.synthetic import Sizes
from bench.workloads import Workload
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request.selection import Collector, plan_operation
from resolvers.request.variables import declared_types, slots_for
from resolvers.root_fields import planners
from schema.build import executable_schema


@cache
def prepared(workload: Workload) -> Prepared:
    """Plan and compile a workload without a database."""
    schema, document = executable_schema(), parse(workload.query)
    node = get_operation_ast(document)
    assert node is not None
    given = dict(workload.variables(Sizes.of(0.2))[0])
    values: Any = get_variable_values(schema, node.variable_definitions or (), given)
    assert isinstance(values, VariableValues), values
    slotted, _ = slots_for(values, declared_types(schema, node))
    return prepare(plan_operation(Collector(schema, document, node, slotted), planners()))
