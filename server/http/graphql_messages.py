"""What graphql-core says of a document or a value, in Chinese, and without words of Python.

It knows English only. Each of its messages that a client can meet stands here once, as a pattern; a test sends a
document for each. One that is missing is shown in English behind a Chinese beginning.
"""

import re

from graph.errors import Language

_NAME = r"'([^']*)'"
# A message repeats what was sent; of more than this many characters the rest is left out.
MESSAGE_LARGEST = 1_000
_VALUES = {"None": "null", "True": "true", "False": "false"}
# A text in quotes, which stays as it is, or a word by which Python writes a value.
_QUOTED_OR_WORD = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b(?:None|True|False)\b""")
_HINT = re.compile(r"(.*?) Did you mean ((?:to use an inline fragment on )?)(?:the enum value )?('[^?]*)\?", re.DOTALL)

_BEGINNINGS = (
    (r"Syntax Error: (.*)", "语法错误：{0}"),
    (rf"Variable {_NAME} has invalid value: (.*)", "变量 `{0}` 的值无效：{1}"),
    (rf"Variable {_NAME} has invalid value at (\S+): (.*)", "变量 `{0}` 在 `{1}` 处的值无效：{2}"),
    (rf"Variable {_NAME} has invalid default value: (.*)", "变量 `{0}` 的默认值无效：{1}"),
    (rf"Variable {_NAME} has invalid default value at (\S+): (.*)", "变量 `{0}` 的默认值在 `{1}` 处无效：{2}"),
)
_SENTENCES = (
    # Fields and their selections.
    (rf"Cannot query field {_NAME} on type {_NAME}\.", "类型 `{1}` 没有字段 `{0}`。"),
    (
        rf"Field {_NAME} of type {_NAME} must have a selection of subfields\.",
        "字段 `{0}` 的类型为 `{1}`，须选择其子字段。",
    ),
    (
        rf"Field {_NAME} must not have a selection since type {_NAME} has no subfields\.",
        "字段 `{0}` 的类型 `{1}` 没有子字段，不能再作选择。",
    ),
    (
        rf"Field {_NAME} of type {_NAME} must have at least one field selected\.",
        "字段 `{0}` 的类型为 `{1}`，须至少选择一个子字段。",
    ),
    (
        rf"Fields {_NAME} conflict because (.*)\. Use different aliases on the fields .*",
        "名为 `{0}` 的字段相互冲突（{1}）。如两者都需要，请使用不同的别名。",
    ),
    (r"they have differing arguments", "参数不同"),
    (rf"{_NAME} and {_NAME} are different fields", "`{0}` 与 `{1}` 是不同的字段"),
    (rf"they return conflicting types {_NAME} and {_NAME}", "返回类型 `{0}` 与 `{1}` 不同"),
    (rf"subfields {_NAME} conflict because (.*)", "子字段 `{0}` 冲突：{1}"),
    # Arguments and directives.
    (rf"Unknown argument {_NAME} on (?:field|directive) {_NAME}\.", "`{1}` 没有参数 `{0}`。"),
    (
        rf"Argument {_NAME} of type {_NAME} is required, but it was not provided\.",
        "缺少参数 `{0}`，其类型为 `{1}`，不能省略。",
    ),
    (rf"There can be only one argument named {_NAME}\.", "参数 `{0}` 只能给出一次。"),
    (rf"Unknown directive {_NAME}\.", "没有指令 `{0}`。"),
    (rf"Directive {_NAME} may not be used on (.*)\.", "指令 `{0}` 不能用于 {1}。"),
    (rf"The directive {_NAME} can only be used once at this location\.", "指令 `{0}` 在同一处只能使用一次。"),
    # Fragments and types.
    (rf"Unknown fragment {_NAME}\.", "没有片段 `{0}`。"),
    (rf"Fragment {_NAME} is never used\.", "片段 `{0}` 未被使用。"),
    (rf"There can be only one fragment named {_NAME}\.", "片段 `{0}` 只能定义一次。"),
    (rf"Cannot spread fragment {_NAME} within itself\.", "片段 `{0}` 不能包含自身。"),
    (rf"Cannot spread fragment {_NAME} within itself via (.*)\.", "片段 `{0}` 不能经由 {1} 包含自身。"),
    (
        rf"Fragment cannot be spread here as objects of type {_NAME} can never be of type {_NAME}\.",
        "此处类型为 `{0}`，不可能是 `{1}`，不能使用该片段。",
    ),
    (
        rf"Fragment {_NAME} cannot be spread here as objects of type {_NAME} can never be of type {_NAME}\.",
        "此处类型为 `{1}`，不可能是 `{2}`，不能使用片段 `{0}`。",
    ),
    (
        rf"Fragment cannot condition on non composite type {_NAME}\.",
        "片段只能用于对象、接口或联合类型，`{0}` 不是。",
    ),
    (
        rf"Fragment {_NAME} cannot condition on non composite type {_NAME}\.",
        "片段 `{0}` 只能用于对象、接口或联合类型，`{1}` 不是。",
    ),
    (rf"Unknown type {_NAME}\.", "没有类型 `{0}`。"),
    # Operations and their variables.
    (rf"There can be only one operation named {_NAME}\.", "操作 `{0}` 只能定义一次。"),
    (
        r"This anonymous operation must be the only defined operation\.",
        "未命名的操作只能单独出现，请为各操作命名。",
    ),
    (r"The (.*) operation is not supported by the schema\.", "本接口不支持 {0} 操作。"),
    (rf"The {_NAME} definition is not executable\.", "`{0}` 是类型定义，不能执行；请只发送操作和片段。"),
    (rf"There can be only one variable named {_NAME}\.", "变量 `{0}` 只能声明一次。"),
    (rf"Variable {_NAME} is never used\.", "变量 `{0}` 未被使用。"),
    (rf"Variable {_NAME} is never used in (?:operation|fragment) {_NAME}\.", "变量 `{0}` 在 `{1}` 中未被使用。"),
    (rf"Variable {_NAME} is not defined\.", "变量 `{0}` 未声明。"),
    (rf"Variable {_NAME} is not defined by operation {_NAME}\.", "操作 `{1}` 未声明变量 `{0}`。"),
    (rf"Variable {_NAME} cannot be non-input type {_NAME}\.", "变量 `{0}` 不能使用 `{1}`，它不是输入类型。"),
    (
        rf"Variable {_NAME} of type {_NAME} used in position expecting type {_NAME}\.",
        "变量 `{0}` 的类型为 `{1}`，此处需要 `{2}`。",
    ),
    (r"Variable values are nested too deeply\.", "变量的值嵌套过深。"),
    (r"Maximum introspection depth exceeded", "内省查询嵌套过深"),
    # Values.
    (r"Int cannot represent non-integer value: (.*)", "须为整数，不能是 {0}"),
    (r"Int cannot represent non 32-bit signed integer value: (.*)", "超出 32 位整数范围：{0}"),
    (r"Float cannot represent non numeric value: (.*)", "须为数字，不能是 {0}"),
    (r"String cannot represent a non string value: (.*)", "须为文本，不能是 {0}"),
    (r"Boolean cannot represent a non boolean value: (.*)", "须为 true 或 false，不能是 {0}"),
    (r"ID cannot represent (?:a non-string and non-integer )?value: (.*)", "须为 id（文本），不能是 {0}"),
    (r"(.*) is not a date\. Write it as 2019-04-04\.", "{0} 不是日期，请写作 2019-04-04"),
    (rf"Value {_NAME} does not exist in {_NAME} enum\.", "`{1}` 中没有取值 `{0}`。"),
    (rf"Enum {_NAME} cannot represent non-(?:enum|string) value: (.*)\.", "须为 `{0}` 的取值之一，不能是 {1}。"),
    (rf"Expected value of type {_NAME} to be an object, found: (.*)\.", "须为 `{0}` 类型的对象，不能是 {1}。"),
    (
        rf"Expected value of type {_NAME} not to include unknown field {_NAME}, found: (.*)\.",
        "`{0}` 没有字段 `{1}`，收到的是 {2}。",
    ),
    (
        rf"Expected value of type {_NAME} to include required field {_NAME}, found: (.*)\.",
        "`{0}` 缺少必填字段 `{1}`，收到的是 {2}。",
    ),
    (rf"Expected value of non-null type {_NAME} not to be null\.", "类型 `{0}` 的值不能为 null。"),
    (rf"Expected a value of non-null type {_NAME} to be provided\.", "缺少类型 `{0}` 的值，不能省略。"),
    (rf"There can be only one input field named {_NAME}\.", "输入字段 `{0}` 只能给出一次。"),
    (r"Cannot return null for non-nullable field (.*)\.", "字段 `{0}` 缺少数据，而它不应为空。"),
    # Syntax.
    (r"Expected (.*), found (.*)\.", "此处应为 {0}，却是 {1}。"),
    (r"Unexpected character: (.*)\.", "不应出现字符 {0}。"),
    (rf"Unexpected {_NAME}, did you mean {_NAME}\?", "不应出现 `{0}`，是否应为 `{1}`？"),
    (rf"Unexpected variable {_NAME} in constant value\.", "此处须为常量，不能使用变量 `{0}`。"),
    (r"Unexpected (.*)\.", "不应出现 {0}。"),
    (r"Unterminated string\.", "文本缺少结束的引号。"),
    (r"Invalid character within String: (.*)\.", "文本中不能含有字符 {0}。"),
    (r"Invalid (?:Unicode|character) escape sequence: (.*)\.", "转义序列无效：{0}。"),
    (r"Invalid number, unexpected digit after 0: (.*)\.", "数字无效，0 之后不能再有数字 {0}。"),
    (r"Invalid number, expected digit but got: (.*)\.", "数字无效，此处须为数字，却是 {0}。"),
    (
        rf"Invalid number, expected digit before '\.', did you mean {_NAME}\?",
        "数字无效，小数点之前须有数字。是否应为 `{0}`？",
    ),
    (r"Document contains more than (\d+) tokens\. Parsing aborted\.", "文档超过 {0} 个词法单元，未予解析。"),
    (r"Document is nested too deeply\. Parsing aborted\.", "文档嵌套过深，未予解析。"),
)
_TABLE = tuple((re.compile(pattern, re.DOTALL), text) for pattern, text in (*_BEGINNINGS, *_SENTENCES))
# Those whose last part is a message itself.
_NESTED = frozenset(text for _, text in _BEGINNINGS) | {
    "名为 `{0}` 的字段相互冲突（{1}）。如两者都需要，请使用不同的别名。",
    "子字段 `{0}` 冲突：{1}",
}


def shown_message(message: str, language: Language) -> str:
    """Give a message of graphql-core in a language, with values as GraphQL writes them."""
    message = _QUOTED_OR_WORD.sub(lambda match: _VALUES.get(match[0], match[0]), _shortened(message))
    if language == "en":
        return message
    return _in_chinese(message) or f"请求不符合 GraphQL 规范或本接口的定义：{message}"


def _shortened(message: str) -> str:
    return message if len(message) <= MESSAGE_LARGEST else f"{message[:MESSAGE_LARGEST]}…"


def _in_chinese(message: str) -> str | None:
    if hint := _HINT.fullmatch(message):
        known = _in_chinese(hint[1])
        return known and known + _suggested(hint[3], is_fragment=bool(hint[2]))
    for pattern, text in _TABLE:
        if found := pattern.fullmatch(message):
            parts = list(found.groups())
            if text in _NESTED:
                parts[-1] = _in_chinese(parts[-1]) or parts[-1]
            return text.format(*parts)
    return None


def _suggested(quoted: str, *, is_fragment: bool) -> str:
    names = "、".join(f"`{each}`" for each in re.findall(_NAME, quoted))
    return f"是否应使用 {names} 的内联片段？" if is_fragment else f"是否应为 {names}？"
