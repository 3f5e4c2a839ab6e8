"""Known mistakes put into planner, compiler and shaper one at a time: the documents must find each of them.

A suite that finds none of these finds nothing else either. The documents are always the same, so is the number needed.
"""

import dataclasses
import logging

import pytest
from graphql import REMOVE, Visitor, visit

from graph.errors import BadCursorError
from graph.model.core import Scalar
from graph.query import compile as compiling
from graph.query.plan import NodeList, NodeOfEdge, Not, TypeName
from resolvers import identify, shaper
from resolvers.request import arguments, selection
from tests.equivalence.agreement import DisagreementError, answers_agree
from tests.equivalence.conftest import once
from tests.equivalence.documents import DocumentRuns, documents
from tests.equivalence.test_agreement import runner

log = logging.getLogger(__name__)

# This many documents find any of them; how many each takes is printed.
WITHIN = 1_200
STEP = 10


@pytest.fixture(scope="session")
def asked(oracle) -> list[DocumentRuns]:
    return documents(oracle, WITHIN, seed=3)


def edited_documents(patch, visitor: type[Visitor]) -> None:
    """Let the planner read another document than was sent."""
    make = selection.Collector.__init__

    def init(self, schema, document, node, variables):
        edited = visit(document, visitor())
        place = document.definitions.index(node)
        make(self, schema, edited, edited.definitions[place], variables)

    patch.setattr(selection.Collector, "__init__", init)


def edited_fields(patch, edit) -> None:
    """Let the planner read each field otherwise."""
    read = selection.Collector._one
    patch.setattr(selection.Collector, "_one", lambda self, *given: edit(read(self, *given)))


def an_alias_is_dropped(patch):
    edited_fields(patch, lambda asked: dataclasses.replace(asked, key=asked.name))


def a_default_is_missing(patch):
    read = selection.get_argument_values  # type: ignore[attr-defined]  # patched, or given by the test itself

    def written_only(field, node, variables):
        written = {each.name.value for each in node.arguments}
        return {name: value for name, value in read(field, node, variables).items() if name in written}

    patch.setattr(selection, "get_argument_values", written_only)


def skip_is_ignored(patch):
    class Deaf(Visitor):
        def enter_directive(self, node, *_):
            return REMOVE if node.name.value == "skip" else None

    edited_documents(patch, Deaf)


def fields_of_named_fragments_are_lost(patch):
    class Blind(Visitor):
        def enter_fragment_spread(self, *_):
            return REMOVE

    edited_documents(patch, Blind)


def the_second_half_of_a_selection_is_lost(patch):
    edited_fields(patch, lambda asked: dataclasses.replace(asked, details=asked.details[:1]))


def the_direction_of_an_order_is_swapped(patch):
    read = arguments.order_keys

    def swapped(node_type, given):
        return tuple(dataclasses.replace(each, descending=not each.descending) for each in read(node_type, given))

    patch.setattr(selection, "order_keys", swapped)


def nulls_are_not_checked(patch):
    check = shaper._Code._check
    patch.setattr(shaper._Code, "_check", lambda self, prop, value: f"({value} is None or {check(self, prop, value)})")


def codes_are_not_checked(patch):
    check = shaper._Code._check_one
    patch.setattr(
        shaper._Code,
        "_check_one",
        lambda self, prop, value: "True" if hasattr(prop.type, "codes") else check(self, prop, value),
    )


def numbers_are_not_bounded(patch):
    check = shaper._Code._check_one

    def loose(self, prop, value):
        return f"type({value}) is int" if prop.type is Scalar.INT else check(self, prop, value)

    patch.setattr(shaper._Code, "_check_one", loose)


def a_type_name_within_a_node_is_that_of_the_interface(patch):
    read = selection._item

    def wrong(collector, asked, node_type, meanings):
        item = read(collector, asked, node_type, meanings)
        return TypeName(item.key, "Node") if isinstance(item, TypeName) else item

    patch.setattr(selection, "_item", wrong)


def a_page_is_one_row_short(patch):
    patch.setattr(selection, "rows_to_read", lambda size: size)


def not_of_an_unknown_value_is_unknown(patch):
    write = compiling._Writer.condition

    def wrong(self, node, condition):
        if isinstance(condition, Not):
            return f"NOT {self.condition(node, condition.condition)}"
        return write(self, node, condition)

    patch.setattr(compiling._Writer, "condition", wrong)


def a_cursor_of_another_order_is_accepted(patch):
    read = arguments.decode_cursor

    def lenient(text, node_type, order):
        try:
            return read(text, node_type, order)
        except BadCursorError:
            return ["", *(None for _ in order)]

    patch.setattr(arguments, "decode_cursor", lenient)


def a_cursor_forgets_that_unknown_values_come_last(patch):
    def later(value, key, bound, rest):
        sign = "<" if key.descending else ">"
        return f"({value} {sign} {bound} OR ({value} = {bound} AND {rest}))"

    patch.setattr(compiling._Writer, "_later", staticmethod(later))


def ties_are_broken_from_the_other_end(patch):
    def order(self, node, keys):
        named = [f"{node}.{each.property.name}{' DESC' if each.descending else ''}" for each in keys]
        return ", ".join([*named, f"{node}.id DESC"])

    patch.setattr(compiling._Writer, "_order", order)


def a_link_states_what_its_node_states(patch):
    write = compiling._Writer._slot

    def wrong(self, slot, node, link):
        return write(self, slot, node, link if isinstance(slot, NodeList | NodeOfEdge) else link and node)

    patch.setattr(compiling._Writer, "_slot", wrong)


def a_filter_is_not_counted(patch):
    read = compiling._Writer._nested_page
    patch.setattr(
        compiling._Writer,
        "_nested_page",
        lambda self, node, page: read(self, node, dataclasses.replace(page, where=selection.EVERYTHING)),  # type: ignore[attr-defined]  # patched, or given by the test itself
    )


def links_count_whatever_they_rest_on(patch):
    patch.setattr(compiling._Writer, "_on_basis", lambda *_: "")


def the_plan_of_other_variables_is_taken(patch):
    slots = identify.slots_for  # type: ignore[attr-defined]  # patched, or given by the test itself
    patch.setattr(identify, "slots_for", lambda values, types: (slots(values, types)[0], ()))


MUTANTS = (
    an_alias_is_dropped,
    a_default_is_missing,
    skip_is_ignored,
    fields_of_named_fragments_are_lost,
    the_second_half_of_a_selection_is_lost,
    the_direction_of_an_order_is_swapped,
    nulls_are_not_checked,
    codes_are_not_checked,
    numbers_are_not_bounded,
    a_type_name_within_a_node_is_that_of_the_interface,
    a_page_is_one_row_short,
    not_of_an_unknown_value_is_unknown,
    a_cursor_of_another_order_is_accepted,
    a_cursor_forgets_that_unknown_values_come_last,
    ties_are_broken_from_the_other_end,
    a_link_states_what_its_node_states,
    a_filter_is_not_counted,
    links_count_whatever_they_rest_on,
    the_plan_of_other_variables_is_taken,
)


@once
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.__name__)
async def test_the_documents_find_a_known_mistake(small, oracle, asked, mutant, monkeypatch):
    mutant(monkeypatch)
    run = await runner(small)
    for place in range(0, len(asked), STEP):
        some = asked[place : place + STEP]
        try:
            await answers_agree(run, some, oracle, at_once=16)
        except DisagreementError:
            log.info("%s: found within %s documents", mutant.__name__, place + STEP)
            monkeypatch.undo()
            # It was the mistake that they found.
            await answers_agree(await runner(small), some, oracle, at_once=16)
            return
    pytest.fail(f"{len(asked)} documents did not find: {mutant.__name__}")
