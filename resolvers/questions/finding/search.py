"""``search``: names, codes, old names, aliases and pinyin, ranked, the same on every engine.

The ranking is the directory's (graph.query.directory); the statement fetches the hits by id.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.errors import BadArgumentError
from graph.model import MODEL
from graph.model.core import Property, Scalar, Text
from graph.model.drafts import visible
from graph.query.directory import Directory, Hit
from graph.query.highlights import highlights
from graph.query.plan import Bind, Inputs
from graph.query.text_index import Words
from resolvers.questions.argument_kinds import ChoiceArgument, Given, ValueArgument, binds_of, first_rows, up_to
from resolvers.questions.finding.context import context_of
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import KnownArguments, Listing, QuestionRequest
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field
from resolvers.request.arguments import plain
from resolvers.request.field_meanings import NODE_KIND, PAGE_LARGEST, kind_code
from resolvers.request.selection import FieldRequest

# What people look for most stands first: of hits that are alike, theirs come before others.
_FIRST_TYPES = ("Certificate", "Major")
_SEARCHED = [each.name for each in MODEL.node_types.values() if each.searched]
SEARCHED = (*_FIRST_TYPES, *(each for each in _SEARCHED if each not in _FIRST_TYPES))
# Sources bear the names of what they speak of, and would stand between it.
SEARCHED_BY_DEFAULT = tuple(each for each in SEARCHED if each != "Source")
_TYPE_OF_KIND = {kind_code(each): each.name for each in MODEL.node_types.values()}
KIND_OF_TYPE = {name: kind for kind, name in _TYPE_OF_KIND.items()}
SEARCH_TEXT_LARGEST = 200
_HITS = "hits"

HIGHLIGHT = RecordType(
    name="Highlight",
    description=Text("Characters of a text that are what was typed.", "文本中与输入相符的字符。"),
    fields=(
        count_field("start", Text("Place of the first, counted from 0.", "首个字符的位置，从 0 计。")),
        count_field("end", Text("Place after the last.", "末个字符之后的位置。")),
    ),
)

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
        Property(name="kind", type=NODE_KIND, description=Text("Type of the node.", "节点类型。"), required=True),
        Property(
            name="matchedAs",
            description=Text(
                "What matched: `code`, `name`, `alias` (or a former name), `pinyin`; `near` if none has it and this "
                "looks like it.",
                "命中的内容：`code`、`name`、`alias`（含曾用名）或 `pinyin`；没有内容含该文本而仅相近时为 `near`。",
            ),
            required=True,
        ),
        Property(name="matchedText", description=Text("The text that matched.", "命中的文字。"), required=True),
        RecordField(
            name="highlights",
            description=Text(
                "What was typed, within `matchedText`, in characters or their pinyin. Empty: not known.",
                "输入内容（汉字或其拼音）在 `matchedText` 中的位置。空：无法确定。",
            ),
            record=HIGHLIGHT,
        ),
        Property(name="code", description=Text("Code of the node. Null: it has none.", "节点的代码。null：没有代码。")),
        Property(
            name="context",
            description=Text(
                "Names of what the node is part of, the outermost first, such as class and major of a course. Empty: "
                "it is part of nothing.",
                "节点所属对象的名称，由外到内，如课程的专业类与专业。空：不属于任何对象。",
            ),
            many=True,
            required=True,
        ),
        NodeField(name="node", description=Text("The node.", "节点。"), kinds=()),
    ),
)


def _short(name: str, text: str) -> str:
    if len(text) > SEARCH_TEXT_LARGEST:
        raise BadArgumentError(
            name, f"at most {SEARCH_TEXT_LARGEST} characters.", f"最多 {SEARCH_TEXT_LARGEST} 个字符。"
        )
    return text


TEXT_ARGUMENT = ValueArgument(
    name="text",
    annotation="String",
    description=Text(
        f"What to look for, at most {SEARCH_TEXT_LARGEST} characters.",
        f"要检索的内容，最多 {SEARCH_TEXT_LARGEST} 个字符。",
    ),
    check=_short,
)
KINDS_ARGUMENT = ChoiceArgument(
    name="kinds",
    annotation="list[NodeKind] | None",
    description=Text(
        "Only these kinds. By default all that have texts, but sources.",
        "只检索这些类型。默认为除来源以外全部有文字的类型。",
    ),
    default=None,
)


def check_kinds(arguments: KnownArguments) -> None:
    """Refuse a kind without texts."""
    for kind in arguments.choice("kinds") or ():
        if _TYPE_OF_KIND[kind] not in SEARCHED:
            raise BadArgumentError("kinds", f"{kind} has no texts to search.", f"{kind} 没有可搜索的文本。")


def types_of(given: Given) -> tuple[str, ...]:
    """Give the node types that are searched."""
    kinds = plain(given["kinds"]) if given.get("kinds") else None
    return SEARCHED_BY_DEFAULT if kinds is None else tuple(dict.fromkeys(_TYPE_OF_KIND[each] for each in kinds))


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
        TEXT_ARGUMENT,
        KINDS_ARGUMENT,
        ValueArgument(
            name="perKind",
            annotation="Int | None",
            description=Text(
                "Hits of each kind, 1 to 100, so that one kind does not fill the list. Null: as many as there are.",
                "每种类型的命中数，1 至 100，以免某一类型占满列表。null：不限。",
            ),
            default=None,
            check=up_to(PAGE_LARGEST),
        ),
        first_rows(Text("Hits to give: 1 to 100.", "返回的命中数：1 至 100。")),
    )
    record = SEARCH_HIT
    directory_types = frozenset(SEARCHED)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a kind without texts."""
        check_kinds(arguments)

    def binds(self, request: FieldRequest) -> Iterable[Bind]:
        """Bind the hits by type, as one map.

        For parameters with lists of other lengths Neo4j plans a text anew, in seconds here; not for lists in a map.
        """
        given = {each.label: each for each in binds_of(self.arguments, request.arguments)}
        types = types_of(request.arguments)

        def hits(inputs: Inputs) -> Mapping[str, Any]:
            text = given["text"].read(inputs)
            found = inputs.directory.search(text, types, given[FIRST].read(inputs), given["perKind"].read(inputs))
            return {**{each: [] for each in types}, **_by_type(found, text, inputs.directory)}

        yield given[FIRST]
        yield Bind(_HITS, hits)

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Fetch the hits of each type by id."""
        union = "\nUNION ALL\n".join(_branch(request, each) for each in types_of(request.given))
        columns = record(
            SEARCH_HIT,
            score="hit.score",
            kind="hit.kind",
            matchedAs="hit.matchedAs",
            matchedText="hit.matchedText",
            highlights="hit.highlights",
            code="hit.code",
            context="context" if "context" in request.selected else None,
            node="nodes",
        )
        return collected(f"CALL () {{\n{union}\n}}\nWITH hit, context, nodes ORDER BY hit.rank", columns)


def _branch(request: QuestionRequest, kind: str) -> str:
    context = context_of("n", kind) if "context" in request.selected else "[]"
    shown = f" WHERE {visible('n')}" if MODEL.node_types[kind].has_drafts else ""
    return (
        f"UNWIND {request[_HITS]}.{kind} AS hit\nMATCH (n:{kind} {{id: hit.id}}){shown}\n"
        f"RETURN hit, {context} AS context, {request.project('node', 'n', kind)} AS nodes"
    )


def _by_type(hits: Iterable[Hit], text: str, directory: Directory) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    words = Words.of(text)
    for rank, hit in enumerate(hits):
        marks = highlights(hit.matched_text, words, directory.spellings_of(hit.id))
        values = {"id": hit.id, "rank": rank, "score": hit.score, "kind": KIND_OF_TYPE[hit.node_type]}
        values |= {"matchedAs": hit.matched_as, "matchedText": hit.matched_text}
        values |= {"code": directory.code_of(hit.id), "highlights": [list(each) for each in marks]}
        found.setdefault(hit.node_type, []).append(values)
    return found
