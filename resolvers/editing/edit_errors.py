"""What every payload says: why a change was not made (``EditError``), or how to see it."""

from collections.abc import Mapping
from typing import Any

from graph.errors import Language, OneplusxError
from graph.model.core import Property, Scalar, Text
from resolvers.questions.records import RecordField, RecordType

EDIT_ERROR = RecordType(
    name="EditError",
    description=Text("Why a change was not made; nothing was written.", "变更未能完成的原因；没有写入任何内容。"),
    fields=(
        Property(
            name="code",
            description=Text(
                "Stable code, as in `extensions.code` of errors; docs/errors.md lists them.",
                "稳定的代码，与错误的 `extensions.code` 相同；见 docs/errors.md。",
            ),
            required=True,
        ),
        Property(
            name="message",
            description=Text(
                "What is wrong and what to do, in the language of `Accept-Language`.",
                "问题所在与处理办法，语言随 `Accept-Language`。",
            ),
            required=True,
        ),
        Property(
            name="english",
            description=Text(
                "What is wrong and what to do, in English: for who shows it later in another language.",
                "问题所在与处理办法的英文，供之后以另一种语言显示。",
            ),
            required=True,
        ),
        Property(
            name="chinese",
            description=Text("What is wrong and what to do, in Chinese.", "问题所在与处理办法的中文。"),
            required=True,
        ),
        Property(
            name="argument",
            description=Text(
                "The input field that is wrong. Null: not a single one.",
                "有问题的输入字段。null：不是某一个字段的问题。",
            ),
        ),
        Property(
            name="row",
            type=Scalar.INT,
            description=Text(
                "Place in the input's list, from 0, of what is wrong. Null: it is not about one row.",
                "有问题的行在输入列表中的位置，从 0 起。null：不是某一行的问题。",
            ),
        ),
        Property(
            name="id",
            description=Text(
                "Id of the node of that row; of a proposal, which has none yet, that of its target. Null: it is not "
                "about one row.",
                "该行节点的 id；提议尚无 id，此处为其对接目标的 id。null：不是某一行的问题。",
            ),
        ),
        Property(
            name="displayName",
            description=Text(
                "What the node of that row is called; of an alignment or a proposal, its subject and its target. Null: "
                "not about one row, there is no such node, or a value of the row alone is wrong.",
                "该行节点的名称；对接或提议为其主体与目标的名称。null：不是某一行的问题、没有此节点，或仅该行的取值有误。",
            ),
        ),
        Property(
            name="version",
            type=Scalar.INT,
            description=Text(
                "VERSION_CONFLICT: the version that the node has now. Null: another error.",
                "VERSION_CONFLICT：节点现在的版本。null：其他错误。",
            ),
        ),
        Property(
            name="changedBy",
            description=Text(
                "VERSION_CONFLICT: who changed the node last. Null: another error.",
                "VERSION_CONFLICT：最后修改该节点的人。null：其他错误。",
            ),
        ),
    ),
)
USER_ERRORS = RecordField(
    name="userErrors",
    description=Text(
        "What the caller can correct. Empty: the change was made.", "调用方可以自行更正的问题。空：变更已完成。"
    ),
    record=EDIT_ERROR,
)


BOOKMARK = Property(
    name="bookmark",
    description=Text(
        "Send it as `extensions.bookmark` with a query that must see this change, on any server.",
        "须看到本次变更的查询，请以 `extensions.bookmark` 带上它，由哪台服务器回答都可以。",
    ),
)


def shown_error(error: OneplusxError, language: Language, place: Mapping[str, object] | None = None) -> dict[str, Any]:
    """Give an error as an ``EditError``; ``place`` says which row it is about."""
    details = {**(place or {}), **error.details}
    texts = {"message": error.message(language), "english": error.en, "chinese": error.zh}
    others = {each.name: details.get(each.name) for each in EDIT_ERROR.fields if each.name not in {"code", *texts}}
    return {"code": error.code, **texts, **others}
