"""Values of training plans that an edit or the correction of an import would refuse: seeds hold none either."""

from collections.abc import Iterator

from graph.model.core import NodeType, Property
from graph.model.value_bounds import EDITED, NUMBER_LARGEST, TEXT_LARGEST, TEXTS_LARGEST, faults_of
from seeds.checks.problems import Problem, problem
from seeds.seed_files import Table

_BOUNDS = {"text": TEXT_LARGEST, "list": TEXTS_LARGEST, "number": NUMBER_LARGEST}


def value_problems(table: Table) -> Iterator[Problem]:
    """Find values of a table of nodes that are out of the bounds of what a person may give for them."""
    of = table.file.of
    props = _bounded(of) if isinstance(of, NodeType) else []
    for line, row in zip(table.lines, table.rows, strict=True):
        for prop in props:
            value = row.get(prop.name)
            if value is not None and any(faults_of(prop, value)):
                shown = "|".join(value) if isinstance(value, list) else str(value)
                yield problem("out-of-bounds", table.file.name, line, prop.name, shown, **_BOUNDS)


def _bounded(of: NodeType) -> list[Property]:
    return [of.by_name[name] for type_name, names in EDITED.values() if type_name == of.name for name in names]
