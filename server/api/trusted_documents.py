"""Trusted documents: where they are set, only they run. See docs/trusted-documents.md.

A document is known by the sha256 of its text, as the appendix on persisted documents of GraphQL over HTTP has it:
``documentId: "sha256:..."``. Apollo's ``extensions.persistedQuery.sha256Hash`` says the same, and so does the text.
Where a manifest gives it another id, as Relay and Apollo may, it is known by that too.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode

from graph.errors import BadArgumentError, OneplusxError, UserError
from graph.regular_files import read_regular
from resolvers.request.documents import RefusedError, check_document
from server.http.graphql_messages import shown_message
from server.http.shown_errors import PersistedQueryError

DIGEST_PREFIX = "sha256:"


class TrustedDocumentsError(OneplusxError):
    """The registered documents cannot be used: a file is broken, or there is none."""

    code = "TRUSTED_DOCUMENTS"

    def __init__(self, place: str, en: str, zh: str) -> None:
        super().__init__(f"{place}: {en}", f"{place}：{zh}")


class UntrustedDocumentError(UserError):
    """Only registered documents run here, and this text is none of them."""

    code = "DOCUMENT_NOT_TRUSTED"

    def __init__(self) -> None:
        super().__init__(
            "This server runs registered documents only, and this `query` is none of them. Have it registered.",
            "本服务器仅执行已登记的文档，此 `query` 不在其中。请先登记。",
        )


class UnknownDocumentError(UserError):
    """No registered document has this id."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__(
            "No registered document has this id. Ids look like `sha256:` and 64 hexadecimal digits; "
            "`oneplusx documents` lists them.",
            "没有该 id 的已登记文档。id 形如 `sha256:` 加 64 位十六进制数字，可由 `oneplusx documents` 列出。",
        )


class NoDocumentsError(UserError):
    """A document was named by its id, but none is registered on this server."""

    code = "PERSISTED_QUERY_NOT_SUPPORTED"

    def __init__(self) -> None:
        super().__init__(
            "No documents are registered on this server: send the text in `query`.",
            "本服务器没有已登记的文档：请在 `query` 中发送文本。",
        )


class PersistedQueryNotFoundError(PersistedQueryError):
    """No registered document has this hash."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("PersistedQueryNotFound", "PersistedQueryNotFound")


class PersistedQueryNotSupportedError(PersistedQueryError):
    """A document was named by its hash, but none is registered on this server."""

    code = "PERSISTED_QUERY_NOT_SUPPORTED"

    def __init__(self) -> None:
        super().__init__("PersistedQueryNotSupported", "PersistedQueryNotSupported")


@dataclass(frozen=True, slots=True)
class TrustedDocument:
    """A registered document: its text, where it was read, the operations in it, and what was parsed."""

    text: str
    place: str
    operations: tuple[str, ...]
    parsed: DocumentNode


# By sha256, in hexadecimal digits, and by the id that a manifest gives.
Trusted = Mapping[str, TrustedDocument]


def digest_of(text: str) -> str:
    """Give the sha256 of a document, in lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


# ---- asking for one


def document_text(query: str, document_id: object, persisted: object, trusted: Trusted | None) -> str:
    """Choose the text that a request asks for; empty when it names none. ``trusted``: None runs any text.

    Raises: UserError when it may not run, or cannot be found.
    """
    named = _named(document_id, persisted)
    if named is None:
        if query and trusted is not None and digest_of(query) not in trusted:
            raise UntrustedDocumentError
        return query
    if query:
        return _same(query, named, trusted)
    is_apollo = document_id is None
    if trusted is None:
        raise PersistedQueryNotSupportedError if is_apollo else NoDocumentsError
    if named not in trusted:
        raise PersistedQueryNotFoundError if is_apollo else UnknownDocumentError
    return trusted[named].text


def _same(query: str, named: str, trusted: Trusted | None) -> str:
    """Give a text that came with its id, as clients send it that hope to register it."""
    known = (trusted or {}).get(named)
    if (known.text if known else query) != query or (known is None and digest_of(query) != named):
        raise BadArgumentError("documentId", "it is not the id of this `query`.", "与此 `query` 不符。")
    if trusted is not None and known is None:
        raise UntrustedDocumentError
    return query


def _named(document_id: object, persisted: object) -> str | None:
    if document_id is None and persisted is None:
        return None
    found = document_id if document_id is not None else _apollo(persisted)
    if not isinstance(found, str):
        raise BadArgumentError("documentId", "it must be a text.", "须为文本。")
    return found.removeprefix(DIGEST_PREFIX)


def _apollo(persisted: object) -> object:
    return persisted.get("sha256Hash") if isinstance(persisted, dict) else None


# ---- reading them


class Entry(NamedTuple):
    """A document as it is registered: where it stands, the id that a manifest gives it, and its text."""

    place: str
    id: str | None
    text: str


def read_trusted(path: Path, schema: GraphQLSchema) -> Trusted:
    """Read and check the documents of a folder, or of a manifest: ours, Relay's, or Apollo's.

    Raises: TrustedDocumentsError with file and line.
    """
    if path.is_dir():
        entries = _folder(path)
    elif path.exists():
        entries = _manifest(path)
    else:
        raise TrustedDocumentsError(str(path), "there is no such file or folder.", "文件或文件夹不存在。")
    found: dict[str, TrustedDocument] = {}
    for each in entries:
        document = _checked(each.place, each.text, schema)
        for key in dict.fromkeys(filter(None, (digest_of(each.text), each.id))):
            if found.setdefault(key, document).text != document.text:
                raise TrustedDocumentsError(each.place, "another document has this id.", "另一文档已使用此 id。")
    if not found:
        raise TrustedDocumentsError(str(path), "no document is in it.", "其中没有任何文档。")
    return found


def _folder(path: Path) -> Iterator[Entry]:
    for file in sorted(path.rglob("*.graphql")):
        yield Entry(str(file), None, _text(file))


def _manifest(path: Path) -> Iterator[Entry]:
    """Read a manifest: Apollo's lists operations; ours, and Relay's, give texts by their hashes."""
    entries = _entries(path)
    operations = entries.get("operations")
    if isinstance(operations, list):
        return _apollo_manifest(path, operations)
    return _hashed_manifest(path, entries)


def _apollo_manifest(path: Path, operations: Sequence[object]) -> Iterator[Entry]:
    for number, each in enumerate(operations):
        place = f"{path}: operations[{number}]"
        body, key = (each.get(name) if isinstance(each, dict) else None for name in ("body", "id"))
        if not (isinstance(body, str) and isinstance(key, str) and key):
            raise TrustedDocumentsError(place, "`id` and `body` must be texts.", "`id` 与 `body` 须为文本。")
        yield Entry(place, key, body)


def _hashed_manifest(path: Path, entries: Mapping[str, object]) -> Iterator[Entry]:
    for key, text in entries.items():
        place, bare = f"{path}: {key}", key.removeprefix(DIGEST_PREFIX)
        if not isinstance(text, str) or bare not in _hashes(text):
            raise TrustedDocumentsError(
                place, "is not the sha256 of its text (nor MD5 or SHA-1).", "与其文本的 sha256（或 MD5、SHA-1）不符。"
            )
        yield Entry(place, bare, text)


def _hashes(text: str) -> set[str]:
    """Give the hashes by which Relay's compiler may name a text. They name it here; nothing rests on their strength."""
    makers = (hashlib.sha256, hashlib.sha1, hashlib.md5)
    return {make(text.encode(), usedforsecurity=False).hexdigest() for make in makers}


def _entries(path: Path) -> Mapping[str, object]:
    try:
        found = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise TrustedDocumentsError(f"{path}:{error.lineno}", f"no JSON: {error.msg}.", "不是 JSON。") from error
    if not isinstance(found, dict):
        raise TrustedDocumentsError(str(path), "it must be one JSON object.", "须为一个 JSON 对象。")
    return found


def _text(file: Path) -> str:
    """Read a file as it is: its ends of lines count in the sha256."""
    content = read_regular(file)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TrustedDocumentsError(f"{file}:{line}", "this is no UTF-8.", "不是 UTF-8。") from error


def _checked(place: str, text: str, schema: GraphQLSchema) -> TrustedDocument:
    try:
        document = check_document(schema, text)
    except RefusedError as error:
        first = error.errors[0]
        line = f":{first.locations[0].line}" if first.locations else ""
        raise TrustedDocumentsError(f"{place}{line}", first.message, shown_message(first.message, "zh")) from error
    return TrustedDocument(text, place, tuple(_operations(document)), document)


def _operations(document: DocumentNode) -> Iterable[str]:
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            yield each.name.value if each.name else "anonymous"
