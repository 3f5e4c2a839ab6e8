"""``search``: names, codes, old names, aliases and pinyin, ranked, the same on every engine.

The ranking is the directory's (graph.query.directory); the statement fetches the hits by id.
"""

from collections.abc import Callable, Mapping

from graph.errors import BadArgumentError
from graph.model import MODEL
from graph.model.core import Property, Scalar
from graph.query.directory import Hit
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call
from resolvers.questions.records import NodeField, RecordType
from resolvers.request.arguments import page_size, plain
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT, kind_code
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

SEARCHED = tuple(each.name for each in MODEL.node_types.values() if each.searched)
_TYPE_OF_KIND = {kind_code(each): each.name for each in MODEL.node_types.values()}
TEXT_LARGEST = 200

HIT = RecordType(
    name="SearchHit",
    description="A node that a text was found in.",
    fields=(
        Property(name="score", type=Scalar.FLOAT, description="0 to 1; 1 is the whole code or name.", required=True),
        Property(name="matchedAs", description="What matched: `code`, `name`, `alias` or `pinyin`.", required=True),
        Property(name="matchedText", description="The text that matched.", required=True),
        NodeField(name="node", description="The node.", kinds=()),
    ),
)


def _plan(collector: Collector, request: FieldRequest) -> Root:
    kinds = _kinds(request)
    size = page_size(request.arguments)
    binds = tuple(_hits_of(each, kinds, request, size) for each in kinds)
    return call(
        collector, request, HIT, binds, QuestionStatement("search", _writer(kinds), uses_directory=True), size=size
    )


def _kinds(request: FieldRequest) -> tuple[str, ...]:
    given = request.arguments.get("kinds")
    if not given:
        return SEARCHED
    names = [_TYPE_OF_KIND[plain(each)] for each in given]
    for name, each in zip(names, given, strict=True):
        if name not in SEARCHED:
            raise BadArgumentError(
                "kinds", f"{plain(each)} has no texts to search.", f"{plain(each)} 没有可搜索的文本。"
            )
    return tuple(dict.fromkeys(names))


def _hits_of(kind: str, kinds: tuple[str, ...], request: FieldRequest, size: Bind) -> Bind:
    """Bind the hits of one type as rows: id, rank, score, what matched, text."""
    text = bind("text", request.arguments["text"], _bounded)

    def read(inputs: Inputs) -> list[list[object]]:
        shared = ("search", request.key)
        if shared not in inputs.memo:
            inputs.memo[shared] = inputs.directory.search(text.read(inputs), kinds, size.read(inputs))
        return [_row(rank, hit) for rank, hit in enumerate(inputs.memo[shared]) if hit.node_type == kind]

    return Bind(kind, read)


def _row(rank: int, hit: Hit) -> list[object]:
    return [hit.id, rank, hit.score, hit.matched_as, hit.matched_text]


def _bounded(text: str) -> str:
    if len(text) > TEXT_LARGEST:
        raise BadArgumentError("text", f"at most {TEXT_LARGEST} characters.", f"最多 {TEXT_LARGEST} 个字符。")
    return text


def _writer(kinds: tuple[str, ...]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        branches = "\nUNION ALL\n".join(_branch(kind, parameters[kind], project) for kind in kinds)
        found = f"CALL () {{\n{branches}\n}}\nWITH hit, nodes ORDER BY hit[1]"
        return f"{found}\nRETURN collect([hit[2], hit[3], hit[4], nodes])"

    return write


def _branch(kind: str, parameter: str, project: ProjectNode) -> str:
    nodes = project("node", "n", kind)
    return f"UNWIND {parameter} AS hit\nMATCH (n:{kind} {{id: hit[0]}})\nRETURN hit, {nodes} AS nodes"


SEARCH = DeclaredField(
    name="search",
    description=(
        "Nodes whose name, code, alias or pinyin (full or initials) contains every word of the text, best first. "
        "Words are separated by spaces; case and full-width forms do not count. Empty: nothing found."
    ),
    arguments=(
        Argument(name="text", annotation="String", description=f"What to look for, at most {TEXT_LARGEST} characters."),
        Argument(
            name="kinds",
            annotation="list[NodeKind] | None",
            description="Only these kinds. By default all that have texts.",
            default=None,
        ),
        Argument(name="first", annotation="Int", description="Hits to give: 1 to 100.", default=PAGE_DEFAULT),
    ),
    record=HIT,
    is_list=True,
    plan=_plan,
)
