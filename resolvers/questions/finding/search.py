"""``search``: names, codes, old names, aliases and pinyin, ranked, the same on every engine.

The ranking is the directory's (graph.query.directory); the statement fetches the hits by id.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.errors import BadArgumentError
from graph.model import MODEL
from graph.model.core import Property, Scalar, Text
from graph.query.directory import Hit
from graph.query.plan import Bind, Inputs
from resolvers.questions.argument_kinds import ChoiceArgument, Given, ValueArgument, binds_of, first_rows
from resolvers.questions.parts import Part, collected, record
from resolvers.questions.question import KnownArguments, Listing, QuestionRequest
from resolvers.questions.records import FIRST, NodeField, RecordRow, RecordType
from resolvers.request.arguments import plain
from resolvers.request.field_meanings import kind_code
from resolvers.request.selection import FieldRequest

SEARCHED = tuple(each.name for each in MODEL.node_types.values() if each.searched)
_TYPE_OF_KIND = {kind_code(each): each.name for each in MODEL.node_types.values()}
SEARCH_TEXT_LARGEST = 200

SEARCH_HIT = RecordType(
    name="SearchHit",
    description=Text("A node that a text was found in.", "检索命中的节点。"),
    fields=(
        Property(
            name="score",
            type=Scalar.FLOAT,
            description=Text("0 to 1; 1 is the whole code or name.", "0 至 1；1 表示代码或名称完全相同。"),
            required=True,
        ),
        Property(
            name="matchedAs",
            description=Text(
                "What matched: `code`, `name`, `alias` or `pinyin`; `near` if nothing has it and this looks like it.",
                "命中的内容：`code`、`name`、`alias` 或 `pinyin`；没有内容含该文本而仅相近时为 `near`。",
            ),
            required=True,
        ),
        Property(name="matchedText", description=Text("The text that matched.", "命中的文字。"), required=True),
        NodeField(name="node", description=Text("The node.", "节点。"), kinds=()),
    ),
)


def _short(name: str, text: str) -> str:
    if len(text) > SEARCH_TEXT_LARGEST:
        raise BadArgumentError(
            name, f"at most {SEARCH_TEXT_LARGEST} characters.", f"最多 {SEARCH_TEXT_LARGEST} 个字符。"
        )
    return text


class TextSearch(Listing):
    """Nodes in whose texts something was found."""

    name = "search"
    cost = 300
    description = Text(
        "Nodes whose name, code, alias or pinyin (full or initials) contains every word of the "
        "text, best first. Words are separated by spaces or commas. Case, full-width forms, tone marks, hyphens and "
        "quotation marks do not count; traditional characters count as simplified ones; 软件jishu is found. Where "
        "nothing has the text, what looks like it is given. Empty: nothing found.",
        "名称、代码、别名或拼音（全拼或首字母）包含文本中每个词的节点，最相符的在前。词以空格或逗号、顿号分隔；"
        "大小写、全角半角、声调、连字符与引号不计，繁体视同简体，汉字与拼音可混写（软件jishu）。"
        "没有内容含该文本时，给出相近的。空：没有找到。",
    )
    arguments = (
        ValueArgument(
            name="text",
            annotation="String",
            description=Text(
                f"What to look for, at most {SEARCH_TEXT_LARGEST} characters.",
                f"要检索的内容，最多 {SEARCH_TEXT_LARGEST} 个字符。",
            ),
            check=_short,
        ),
        ChoiceArgument(
            name="kinds",
            annotation="list[NodeKind] | None",
            description=Text(
                "Only these kinds. By default all that have texts.", "只检索这些类型。默认全部有文字的类型。"
            ),
            default=None,
        ),
        first_rows(Text("Hits to give: 1 to 100.", "返回的命中数：1 至 100。")),
    )
    record = SEARCH_HIT
    directory_types = frozenset(SEARCHED)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a kind without texts."""
        for kind in arguments.choice("kinds") or ():
            if _TYPE_OF_KIND[kind] not in SEARCHED:
                raise BadArgumentError("kinds", f"{kind} has no texts to search.", f"{kind} 没有可搜索的文本。")

    def binds(self, request: FieldRequest) -> Iterable[Bind]:
        """Bind the hits by type: one search, shared by all of them."""
        given = {each.label: each for each in binds_of(self.arguments, request.arguments)}
        types = _types(request.arguments)

        def hits(inputs: Inputs) -> Mapping[str, Any]:
            shared = "search", request.key
            if shared not in inputs.memo:
                found = inputs.directory.search(given["text"].read(inputs), types, given[FIRST].read(inputs))
                inputs.memo[shared] = _by_type(found)
            return inputs.memo[shared]  # type: ignore[no-any-return]  # the memo holds what anyone puts there

        yield given[FIRST]
        yield from (Bind(each, lambda inputs, of=each: hits(inputs).get(of, [])) for each in types)  # type: ignore[misc]

    def collect(self, request: QuestionRequest) -> Part[list[RecordRow]]:
        """Fetch the hits of each type by id."""
        branches = [
            f"UNWIND {request[each]} AS hit\nMATCH (n:{each} {{id: hit.id}})\n"
            f"RETURN hit, {request.project('node', 'n', each)} AS nodes"
            for each in _types(request.given)
        ]
        union = "\nUNION ALL\n".join(branches)
        columns = record(
            SEARCH_HIT, score="hit.score", matchedAs="hit.matchedAs", matchedText="hit.matchedText", node="nodes"
        )
        return collected(f"CALL () {{\n{union}\n}}\nWITH hit, nodes ORDER BY hit.rank", columns)


def _types(given: Given) -> tuple[str, ...]:
    """Give the node types that are searched."""
    kinds = plain(given["kinds"]) if given.get("kinds") else None
    return SEARCHED if kinds is None else tuple(dict.fromkeys(_TYPE_OF_KIND[each] for each in kinds))


def _by_type(hits: Iterable[Hit]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for rank, hit in enumerate(hits):
        values = {"id": hit.id, "rank": rank, "score": hit.score}
        values |= {"matchedAs": hit.matched_as, "matchedText": hit.matched_text}
        found.setdefault(hit.node_type, []).append(values)
    return found
