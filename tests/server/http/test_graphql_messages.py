"""What graphql-core says in English is said in Chinese to those who ask for it, and in no words of Python to anyone."""

import re

import httpx
import pytest
from graphql import GraphQLError, is_scalar_type, parse
from graphql.execution.values import get_variable_values

from resolvers.request.documents import RefusedError, check_document
from schema.build import executable_schema
from server.http.graphql_messages import _TABLE, MESSAGE_LARGEST, shown_message
from tests.server.serving import app_without_graph

# The document, and what is wrong with it.
DOCUMENTS = [
    ('{ majr(code: "1") { name } }', "类型 `Query` 没有字段 `majr`。是否应为 `major`、`majors`？"),
    ('{ major(code: "1") }', "字段 `major` 的类型为 `Major`，须选择其子字段。是否应为 `major { ... }`？"),
    ('{ major(code: "1") { name { x } } }', "字段 `name` 的类型 `String!` 没有子字段，不能再作选择。"),
    (
        '{ major(code: "1") { x: name x: code } }',
        "名为 `x` 的字段相互冲突（`name` 与 `code` 是不同的字段）。如两者都需要，请使用不同的别名。",
    ),
    (
        '{ a: major(code: "1") { name } a: major(code: "2") { name } }',
        "名为 `a` 的字段相互冲突（参数不同）。如两者都需要，请使用不同的别名。",
    ),
    (
        '{ node(id: "x") { ... on Major { x: code } ... on Certificate { x: levels { level } } } }',
        "名为 `x` 的字段相互冲突（返回类型 `String` 与 `[CertificateLevel!]!` 不同）。如两者都需要，请使用不同的别名。",
    ),
    (
        '{ a: major(code: "1") { x: name } a: major(code: "1") { x: code } }',
        "名为 `a` 的字段相互冲突（子字段 `x` 冲突：`name` 与 `code` 是不同的字段）。如两者都需要，请使用不同的别名。",
    ),
    ('{ major(code: "1", x: 1) { name } }', "`Query.major` 没有参数 `x`。"),
    ("{ major { name } }", "缺少参数 `Query.major(code:)`，其类型为 `String!`，不能省略。"),
    ('{ major(code: "1", code: "2") { name } }', "参数 `code` 只能给出一次。"),
    ('{ major(code: "1") { name @foo } }', "没有指令 `@foo`。"),
    ("query @skip(if: true) { __typename }", "指令 `@skip` 不能用于 query。"),
    ("{ __typename @skip(if: true) @skip(if: true) }", "指令 `@skip` 在同一处只能使用一次。"),
    ("{ ...F }", "没有片段 `F`。"),
    ("{ __typename } fragment F on Major { name }", "片段 `F` 未被使用。"),
    (
        "{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }",
        "片段 `A` 只能定义一次。",
    ),
    ("{ ...A } fragment A on Query { ...A }", "片段 `A` 不能包含自身。"),
    ("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "片段 `A` 不能经由 'B' 包含自身。"),
    (
        '{ major(code: "1") { ... on Course { name } } }',
        "此处类型为 `Major`，不可能是 `Course`，不能使用该片段。",
    ),
    (
        '{ major(code: "1") { ...A } } fragment A on Course { name }',
        "此处类型为 `Major`，不可能是 `Course`，不能使用片段 `A`。",
    ),
    ("{ ... on String { x } }", "片段只能用于对象、接口或联合类型，`String` 不是。"),
    ("{ ...A } fragment A on String { x }", "片段 `A` 只能用于对象、接口或联合类型，`String` 不是。"),
    ("{ ... on Foo { x } }", "没有类型 `Foo`。"),
    ("query A { __typename } query A { __typename }", "操作 `A` 只能定义一次。"),
    ("{ __typename } query B { __typename }", "未命名的操作只能单独出现，请为各操作命名。"),
    ("subscription { x }", "本接口不支持 subscription 操作。"),
    ("type X { a: Int }", "`X` 是类型定义，不能执行；请只发送操作和片段。"),
    ("query ($a: Int, $a: Int) { majors(first: $a) { totalCount } }", "变量 `$a` 只能声明一次。"),
    ("query ($a: Int) { __typename }", "变量 `$a` 未被使用。"),
    ("query Q($a: Int) { __typename }", "变量 `$a` 在 `Q` 中未被使用。"),
    ("{ majors(first: $a) { totalCount } }", "变量 `$a` 未声明。"),
    ("query Q { majors(first: $a) { totalCount } }", "操作 `Q` 未声明变量 `$a`。"),
    ("query ($a: Major) { __typename }", "变量 `$a` 不能使用 `Major`，它不是输入类型。"),
    ("query ($a: Int) { major(code: $a) { name } }", "变量 `$a` 的类型为 `Int`，此处需要 `String!`。"),
    ("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "内省查询嵌套过深"),
    ('{ majors(first: "x") { totalCount } }', '须为整数，不能是 "x"'),
    ("{ majors(first: 99999999999) { totalCount } }", "超出 32 位整数范围：99999999999"),
    ("{ major(code: 1) { name } }", "须为文本，不能是 1"),
    ('{ major(code: "1") { name @include(if: 1) } }', "须为 true 或 false，不能是 1"),
    ("{ node(id: 1.5) { id } }", "须为 id（文本），不能是 1.5"),
    ('{ coverage(subject: "a", target: "b", minStrength: "x") { covered } }', '须为数字，不能是 "x"'),
    (
        'query ($f: OrganizationFilter = { validFrom: { eq: "x" } }) { major(code: $f) { code } }',
        "'x' 不是日期，请写作 2019-04-04",
    ),
    ("{ gaps(basis: FOO) { programmes } }", "`Basis` 中没有取值 `FOO`。"),
    ('{ gaps(basis: "OFFICIAL") { programmes } }', '须为 `Basis` 的取值之一，不能是 "OFFICIAL"。是否应为 `OFFICIAL`？'),
    ("{ majors(where: 3) { totalCount } }", "须为 `MajorFilter` 类型的对象，不能是 3。"),
    ("{ majors(where: { x: 1 }) { totalCount } }", "`MajorFilter` 没有字段 `x`，收到的是 { x: 1 }。"),
    ('{ majors(where: { code: { in: ["1", null] } }) { totalCount } }', "类型 `String!` 的值不能为 null。"),
    ('{ majors(where: { code: { eq: "1", eq: "1" } }) { totalCount } }', "输入字段 `eq` 只能给出一次。"),
    ('{ major(code: "1" }', "语法错误：此处应为 Name，却是 '}'。"),
    ("{ ? }", "语法错误：不应出现字符 '?'。"),
    ("{ a..b }", "语法错误：不应出现 `..`，是否应为 `...`？"),
    ("query ($a: Int = $b) { __typename }", "语法错误：此处须为常量，不能使用变量 `$b`。"),
    ("hello", "语法错误：不应出现 Name 'hello'。"),
    ('{ major(code: "a', "语法错误：文本缺少结束的引号。"),
    ('{ major(code: "\\q") { name } }', "语法错误：转义序列无效：'\\q'。"),
    ("{ majors(first: 01) { totalCount } }", "语法错误：数字无效，0 之后不能再有数字 '1'。"),
    ("{ majors(first: 1x) { totalCount } }", "语法错误：数字无效，此处须为数字，却是 'x'。"),
    ("{ majors(first: .5) { totalCount } }", "语法错误：数字无效，小数点之前须有数字。是否应为 `0.5`？"),
    ("{ " + "a " * 1001 + "}", "语法错误：文档超过 1000 个词法单元，未予解析。"),
]
# The type of a variable, its value, and what is wrong with it.
VALUES: list[tuple[str, object, str]] = [
    ("Int", True, "变量 `$v` 的值无效：须为整数，不能是 true"),
    ("[String!]", ["a", None], "变量 `$v` 在 `[1]` 处的值无效：类型 `String!` 的值不能为 null。"),
    (
        "MajorFilter",
        {"code": {"eq": [1, None, True]}},
        "变量 `$v` 在 `.code.eq` 处的值无效：须为文本，不能是 [1, null, true]",
    ),
    ("ID", {"None": None}, "变量 `$v` 的值无效：须为 id（文本），不能是 {'None': null}"),
    ("Date", True, "变量 `$v` 的值无效：true 不是日期，请写作 2019-04-04"),
    ("Basis", True, "变量 `$v` 的值无效：须为 `Basis` 的取值之一，不能是 true。"),
    ("StringFilter", "x" * 99, f"变量 `$v` 的值无效：须为 `StringFilter` 类型的对象，不能是 '{'x' * 99}'。"),
    ("Int!", ..., "变量 `$v` 的值无效：缺少类型 `Int!` 的值，不能省略。"),
    (
        "WithdrawAlignmentInput",
        {"alignment": "x", "reason": "x"},
        "变量 `$v` 的值无效：`WithdrawAlignmentInput` 缺少必填字段 `version`，收到的是 {'alignment': 'x', 'reason': 'x'}。",
    ),
]
OF_PYTHON = re.compile(r"\b(None|True|False|NoneType|Traceback)\b")


def refused_document(text: str) -> list[GraphQLError]:
    with pytest.raises(RefusedError) as refused:
        check_document(executable_schema(), text)
    return refused.value.errors


def refused_value(kind: str, value: object) -> GraphQLError:
    (operation,) = parse(f"query ($v: {kind}) {{ __typename }}").definitions
    given = {} if value is ... else {"v": value}
    errors = get_variable_values(executable_schema(), operation.variable_definitions, given)  # type: ignore[attr-defined]  # an operation
    assert isinstance(errors, list)
    return errors[0]


@pytest.mark.parametrize(("text", "shown"), DOCUMENTS)
def test_what_is_wrong_with_a_document_is_said_in_chinese(text, shown):
    messages = [each.message for each in refused_document(text)]

    assert shown in [shown_message(each, "zh") for each in messages]
    assert [shown_message(each, "en") for each in messages] == [each.replace(" None.", " null.") for each in messages]


def test_each_wrong_literal_of_a_scalar_has_its_place():
    """Of each scalar, of GraphQL or ours: an object is wrong for all of them."""
    for name in (name for name, each in executable_schema().type_map.items() if is_scalar_type(each)):
        errors = refused_document(f"query (\n  $v: {name} = {{x: 1}}) {{ __typename }}")

        placed = [(each.line, each.column) for error in errors for each in error.locations or ()]
        assert (2, len(f"  $v: {name} = ") + 1) in placed, name
        assert all(error.locations for error in errors), name


def test_two_wrong_dates_of_a_document_are_told_apart():
    document = (
        '{ certificates(asOf: 5) { totalCount } coverageCube(dimensions: [CLASS], filter: {asOf: "x"}) { total } }'
    )
    errors = refused_document(document)

    said = {(each.message, document[each.locations[0].column - 1 :][:3]) for each in errors if each.locations}
    assert said == {
        ("5 is not a date. Write it as 2019-04-04.", "5) "),
        ("'x' is not a date. Write it as 2019-04-04.", '"x"'),
    }


@pytest.mark.parametrize(("kind", "value", "shown"), VALUES)
def test_what_is_wrong_with_a_value_is_said_in_chinese_and_in_no_words_of_python(kind, value, shown):
    error = refused_value(kind, value)
    english = shown_message(error.message, "en")

    assert shown_message(error.message, "zh") == shown
    assert not OF_PYTHON.search(english.replace("'None'", ""))
    assert english == error.message.replace(" None]", " null]").replace(" None", " null").replace("True", "true")


def test_each_pattern_is_met_by_one_of_these():
    messages = [each.message for text, _ in DOCUMENTS for each in refused_document(text)]
    messages += [refused_value(kind, value).message for kind, value, _ in VALUES]
    messages += RARE
    shown = [shown_message(each, "zh") for each in messages]

    unmet = [
        text
        for _, text in _TABLE
        if not any(re.search(re.sub(r"\\{\d\\}", ".*", re.escape(text)), each) for each in shown)
    ]

    assert unmet == []


# Said where no short document leads.
RARE = [
    "Variable '$v' has invalid default value: Int cannot represent non-integer value: 'x'",
    "Variable '$v' has invalid default value at .code: Int cannot represent non-integer value: 'x'",
    "Field 'major' of type 'Major' must have at least one field selected.",
    "Variable values are nested too deeply.",
    "Document is nested too deeply. Parsing aborted.",
    "Syntax Error: Invalid character within String: U+0001.",
    "Cannot return null for non-nullable field Major.name.",
]


def test_a_message_that_nobody_translated_is_shown_in_english_with_a_chinese_beginning():
    assert shown_message("Something is new.", "zh") == "请求不符合 GraphQL 规范或本接口的定义：Something is new."


def test_a_message_repeats_no_more_of_what_was_sent_than_a_reader_looks_at():
    english = shown_message(f"Unknown type '{'x' * 60_000}'.", "en")

    assert english == f"Unknown type '{'x' * (MESSAGE_LARGEST - 14)}…"


async def test_clients_of_both_addresses_are_answered_in_their_language():
    app = app_without_graph()
    transport = httpx.ASGITransport(app)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url="http://x") as http:  # type: ignore[attr-defined]  # an application
        answers = [
            await http.get(path, headers={"accept-language": language})
            for path in ("/graphql?query={nothing}", "/tables/gaps.csv?includeUnknown=true&level=NOPE")
            for language in ("en", "zh-CN")
        ]

    assert [each.json()["errors"][0]["message"] for each in answers] == [
        "Cannot query field 'nothing' on type 'Query'.",
        "类型 `Query` 没有字段 `nothing`。",
        "Argument `level`: there is no `NOPE`; take one of ELEMENTARY (初级), INTERMEDIATE (中级), ADVANCED (高级).",
        "参数 `level`：没有取值 `NOPE`；可取：ELEMENTARY（初级）、INTERMEDIATE（中级）、ADVANCED（高级）。",
    ]
