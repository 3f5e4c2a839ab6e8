"""What goes into a statement's text and what does not, for any input."""

import json
import re
import time

import pytest
from graphql import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import BadCursorError, OperationRepeatsError, OperationShapeError
from graph.model import MODEL
from graph.model.core import Search
from graph.query.directory import EMPTY_DIRECTORY, TypeDirectory
from graph.query.plan import SortKey
from resolvers.request.arguments import decode_cursor, encode_cursor, fingerprint
from resolvers.request.documents import Documents, RefusedError
from resolvers.request.validation import validate_document
from schema.build import executable_schema
from tests.golden.make import parameters, plan_case

MAJOR = MODEL.node_types["Major"]
INJECTIONS = st.sampled_from(
    ["') DETACH DELETE n //", "`", "$p0", "\\u0027 OR 1=1", "{", "\n}", "软件", "'", '"', "\0"]
)
TEXTS = st.one_of(st.text(max_size=30), INJECTIONS)
QUERY = """query ($where: MajorFilter, $order: [MajorOrder!], $id: ID!, $text: String!, $first: Int!) {
  majors(where: $where, orderBy: $order, first: $first) { nodes { name certificates(first: $first) { nodes { name } } } }
  node(id: $id) { id }
  search(text: $text, first: $first) { node { id } }
}"""


def variables(text: str, codes: list[str], first: int) -> dict:
    where = {"or": [{"name": {"contains": text}}, {"code": {"in": codes}}], "not": {"name": {"startsWith": text}}}
    order = [{"by": "NAME", "direction": "DESC"}]
    return {"where": where, "order": order, "id": f"Major:{text}", "text": text, "first": first}


PLAIN = plan_case(QUERY, variables("x", ["y"], 3))[1].compiled.text


@pytest.mark.slow
@settings(max_examples=150)
@given(text=TEXTS, codes=st.lists(TEXTS, max_size=4), first=st.integers(1, 100))
def test_the_text_is_the_same_for_all_values_and_the_values_are_parameters(text, codes, first):
    given_values = variables(text, codes, first)

    _, prepared, coerced = plan_case(QUERY, given_values)

    assert prepared.compiled.text == PLAIN
    sent = list(parameters(prepared.compiled, coerced, EMPTY_DIRECTORY).values())
    assert text in sent
    assert codes in sent
    assert f"Major:{text}" in sent
    assert first + 1 in sent


@pytest.mark.slow
@settings(max_examples=150)
@given(text=TEXTS)
def test_a_literal_is_a_parameter_as_well(text):
    _, prepared, coerced = plan_case(
        f"{{ majors(where: {{name: {{eq: {json.dumps(text)}}}}}) {{ nodes {{ id }} }} }}", {}
    )

    assert (
        prepared.compiled.text
        == plan_case('{ majors(where: {name: {eq: "x"}}) { nodes { id } } }', {})[1].compiled.text
    )
    assert text in parameters(prepared.compiled, coerced, EMPTY_DIRECTORY).values()


ORDERS = st.lists(
    st.builds(SortKey, st.sampled_from([each for each in MAJOR.stored if each.sortable]), st.booleans()), max_size=3
).map(tuple)


@given(order=ORDERS, key=st.text(max_size=20))
def test_a_cursor_comes_back_as_it_was(order, key):
    values = [
        {"String": "a", "Int": 3, "Boolean": True}.get(str(getattr(each.property.type, "value", "String")), "a")
        for each in order
    ]

    cursor = encode_cursor(fingerprint(MAJOR, order), [key, *values])

    assert decode_cursor(cursor, MAJOR, order) == [key, *values]


@given(text=st.one_of(st.text(max_size=60), st.binary(max_size=60).map(lambda each: each.decode("latin1"))))
def test_what_is_no_cursor_of_ours_is_refused(text):
    with pytest.raises(BadCursorError):
        decode_cursor(text, MAJOR, ())


def test_a_cursor_of_another_order_is_refused():
    by_name = (SortKey(MAJOR.by_name["name"]),)
    cursor = encode_cursor(fingerprint(MAJOR, by_name), ["Major:1", "a"])

    with pytest.raises(BadCursorError):
        decode_cursor(cursor, MAJOR, (SortKey(MAJOR.by_name["code"]),))


def bomb(levels: int) -> str:
    spreads = "".join(f"fragment F{n} on Major {{ ...F{n + 1} ...F{n + 1} }}\n" for n in range(levels))
    return f"{{ majors {{ nodes {{ ...F0 }} }} }}\n{spreads}fragment F{levels} on Major {{ id }}"


def nested_bomb(levels: int) -> str:
    step = "a: successors { ...F%d } b: predecessors { ...F%d }"
    spreads = "".join(f"fragment F{n} on Major {{ {step % (n + 1, n + 1)} }}\n" for n in range(levels))
    return f"{{ majors {{ nodes {{ ...F0 }} }} }}\n{spreads}fragment F{levels} on Major {{ id }}"


ATTACKS = {
    "spread bomb": bomb(25),
    "nested bomb": nested_bomb(20),
    "aliases": "{ " + " ".join(f"a{n}: majors {{ totalCount }}" for n in range(50)) + " }",
    "directives": "{ majors " + "@include(if: true) " * 60 + "{ totalCount } }",
    "tokens": "{ majors { nodes { " + "id " * 2000 + "} } }",
    "depth": "{ majors { nodes " + "{ successors " * 30 + "{ id }" + " }" * 30 + " } }",
    "introspection under aliases": "{ "
    + " ".join(f"a{n}: __schema {{ types {{ fields {{ args {{ name }} }} }} }}" for n in range(15))
    + " }",
    "aliases within introspection": "{ __schema { types { "
    + " ".join(f"a{n}: fields {{ args {{ name }} }}" for n in range(15))
    + " } } }",
    "aliases in a fragment of introspection": "{ __schema { types { ...F } } } fragment F on __Type { "
    + " ".join(f"a{n}: fields {{ args {{ name }} }}" for n in range(15))
    + " }",
    "conflicts": "{ majors { nodes { " + "successors { a: name } successors { a: code } " * 80 + "} } }",
}


def in_fragments(selection: str, number: int) -> str:
    spreads = " ".join(f"...F{n}" for n in range(number))
    fragments = " ".join(f"fragment F{n} on Major {{ {selection} }}" for n in range(number))
    return f"{{ majors {{ nodes {{ {spreads} }} }} }} {fragments}"


# All of them valid, and up to 0.35 s of comparing each field with each of its key.
REPEATED = {
    "a field": '{ major(code: "510203") { ' + "name " * 177 + "} }",
    "a type name": "{ " + "__typename " * 480 + "}",
    "a field with a selection": "{ majors { nodes { " + "successors { id } " * 150 + "} } }",
    "selections within selections": "{ majors { nodes { " + "successors { successors { id } } " * 130 + "} } }",
    "a field with arguments": "{ " + 'major(code: "510203") { name } ' * 110 + "}",
    "in fragments of every type": '{ node(id: "Major:1") { '
    + "... on Major { name } ... on Course { name } " * 80
    + "} }",
    "in introspection": "{ __schema { types { " + "fields { name } " * 220 + "} } }",
    "in a fragment that no one spreads": "{ __typename } fragment F on Major { " + "successors { id } " * 220 + "}",
}
ATTACKS |= {f"repeated: {name}": text for name, text in REPEATED.items()}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_at_once(name):
    documents = Documents(executable_schema())
    with pytest.raises(RefusedError):
        documents.operation("{ nothing }", None)  # what is made once is made now
    times = []
    for _ in range(3):
        began = time.process_time()
        with pytest.raises(RefusedError):
            documents.operation(ATTACKS[name], None)
        times.append(time.process_time() - began)

    # Of this process alone, and with much room: the attack would cost seconds where it is not refused at once.
    assert min(times) < 0.5


@pytest.mark.parametrize("name", REPEATED)
def test_repetition_is_told_by_its_code_in_both_languages(name):
    with pytest.raises(RefusedError) as refused:
        Documents(executable_schema()).operation(REPEATED[name], None)

    cause = refused.value.errors[-1].original_error
    assert isinstance(cause, OperationRepeatsError)
    assert cause.code == "OPERATION_TOO_LARGE"
    assert "repeats" in cause.en
    assert "重复" in cause.zh


def test_only_one_unknown_type_is_guessed_at():
    """Ten guesses at long names took 0.4 s, for 611 bytes."""
    conditions = " ".join(f"... on CertificateIssue{n} {{ id }}" for n in range(9))
    with pytest.raises(RefusedError) as refused:
        Documents(executable_schema()).operation(f"{{ majors {{ nodes {{ {conditions} }} }} }}", None)

    messages = [each.message for each in refused.value.errors]
    assert messages[0].startswith("Unknown type 'CertificateIssue0'. Did you mean 'CertificateIssuer'")
    assert messages[1:] == [f"Unknown type 'CertificateIssue{n}'." for n in range(1, 9)]


def test_beyond_the_limits_nothing_else_is_checked():
    aliases = " ".join(f"a{n}: nothing" for n in range(16))
    with pytest.raises(RefusedError) as refused:
        Documents(executable_schema()).operation(
            f"fragment F on Query {{ nothing }} {{ {aliases} {'nothing ' * 485} }}", None
        )

    assert [each.message for each in refused.value.errors] == [
        "The operation has 16 aliases; the limit is 15.",
        "The operation has 501 fields; the limit is 500.",
    ]


DIGITS = "1" * 4_301
OF_VALUES = {
    "Int": f"{{ majors(first: {DIGITS}) {{ totalCount }} }}",
    "Float": f"{{ statistics(where: {{value: {{gt: {DIGITS}.5}}}}) {{ totalCount }} }}",
    "exponent": f"{{ statistics(where: {{value: {{gt: 1e{DIGITS}}}}}) {{ totalCount }} }}",
    "negative": f"{{ majors(first: -{DIGITS}) {{ totalCount }} }}",
    "ID": f"{{ node(id: {DIGITS}) {{ id }} }}",
    "Date": f"{{ certificates(asOf: {DIGITS}) {{ totalCount }} }}",
    "Boolean": f"{{ __typename @include(if: {DIGITS}) }}",
    "default": f"query ($n: Int = {DIGITS}) {{ majors(first: $n) {{ totalCount }} }}",
    "fragment": f"{{ ...F }} fragment F on Query {{ majors(first: {DIGITS}) {{ totalCount }} }}",
    "list": f"{{ certificates(where: {{batch: {{in: [1, {DIGITS}]}}}}) {{ totalCount }} }}",
}


@pytest.mark.parametrize("query", OF_VALUES.values(), ids=list(OF_VALUES))
def test_a_number_of_too_many_digits_is_the_clients_to_mend_wherever_it_stands(query):
    with pytest.raises(RefusedError) as refused:
        Documents(executable_schema()).operation(query, None)

    (error,) = refused.value.errors
    assert isinstance(error.original_error, OperationShapeError)
    assert re.fullmatch(r"The operation has 430\d digits in one number; the limit is 400\.", error.message)


@pytest.mark.parametrize(
    "query",
    [
        "query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }",
        "query cop @aa@aa@aa@aa { __typename }",
        "query ($n: Int @aa@aa@aa@aa) { majors(first: $n) { totalCount } }",
        "{ ...F @aa@aa@aa@aa } fragment F on Query { __typename }",
        "{ ...F } fragment F on Query @aa@aa@aa@aa { __typename }",
        "{ ... @aa@aa@aa@aa { __typename } }",
        "mutation { __typename @aa@aa@aa@aa }",
    ],
)
def test_directives_in_a_row_are_refused_once_not_one_by_one(query):
    with pytest.raises(RefusedError) as refused:
        Documents(executable_schema()).operation(query, None)

    (error,) = refused.value.errors
    assert " directives at one place; the limit is 3." in error.message


def test_both_directives_may_stand_at_one_place():
    Documents(executable_schema()).operation("{ __typename @skip(if: false) @include(if: true) }", None)


FACTS = [each for each in MODEL.node_types.values() if each.is_fact]
COMPONENT = "id __typename name basis majorClass { id __typename name category { id name } }"


@pytest.mark.parametrize(
    "query",
    [
        '{ major(code: "510203") { ' + "name " * 176 + "} }",
        in_fragments(COMPONENT, 20),
        '{ search(text: "x") { node { '
        + " ".join(
            f"... on {each.name} {{ id displayName sources {{ id title location }} }}"
            # As many again as there may be types more before this is refused.
            for each in (*FACTS, *FACTS[:10])
        )
        + " } } }",
    ],
    ids=["a field 176 times", "twenty components on one object", "the same of every type of node"],
)
def test_what_a_client_may_well_repeat_is_taken(query):
    Documents(executable_schema()).operation(query, None)


def test_the_rules_hold_for_what_the_ide_asks():
    from graphql import get_introspection_query

    tools = '{ __schema { queryType { name } } a: __type(name: "Major") { name } b: __type(name: "Node") { c: name } }'
    assert validate_document(executable_schema(), parse(get_introspection_query())) == []
    assert validate_document(executable_schema(), parse(tools.replace("c: ", ""))) == []
    (told,) = validate_document(executable_schema(), parse(tools))
    assert told.message.startswith("The operation has 4 introspections (")


@given(texts=st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=20), limit=st.integers(1, 7))
def test_pages_of_the_directory_hold_every_id_once(texts, limit):
    entries = [(f"Major:{place}", ((Search.NAME, text),), "") for place, text in enumerate(texts)]
    directory = TypeDirectory("Major", entries)
    seen: list[str] = []
    after = None
    while page := directory.page(after, limit):
        seen += page
        after = page[-1]

    assert seen == sorted(each[0] for each in entries)


@given(text=st.text(min_size=1, max_size=8).filter(lambda each: each.strip()))
def test_a_whole_name_is_found_first(text):
    entries = [("Major:1", ((Search.NAME, text),), ""), ("Major:2", ((Search.NAME, "x" + text + "y"),), "")]
    from graph.query.directory import Directory
    from graph.query.folding import searchable

    directory = Directory(0, {"Major": TypeDirectory("Major", entries)})
    hits = directory.search(text, ["Major"], 5)

    if searchable(text):
        assert hits[0].id == "Major:1"
