"""Trusted documents: where they are set, only they run. See docs/trusted-documents.md.

A document is known by the sha256 of its text, as the appendix on persisted documents of GraphQL over HTTP has it:
``documentId: "sha256:..."``. Apollo's ``extensions.persistedQuery.sha256Hash`` says the same, and so does the text.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode

from graph.errors import BadArgumentError, OneplusxError, UserError
from resolvers.request.documents import RefusedError, check_document

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


@dataclass(frozen=True, slots=True)
class TrustedDocument:
    """A registered document: its text, where it was read, the operations in it, and what was parsed."""

    text: str
    place: str
    operations: tuple[str, ...]
    parsed: DocumentNode


# By sha256, in hexadecimal digits.
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
    if trusted is None:
        raise NoDocumentsError
    if named not in trusted:
        raise UnknownDocumentError
    return trusted[named].text


def _same(query: str, named: str, trusted: Trusted | None) -> str:
    """Give a text that came with its id, as clients send it that hope to register it."""
    if digest_of(query) != named:
        raise BadArgumentError("documentId", "it is not the id of this `query`.", "与此 `query` 不符。")
    if trusted is not None and named not in trusted:
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


def read_trusted(path: Path, schema: GraphQLSchema) -> Trusted:
    """Read and check the documents of a folder, or of a manifest that gives texts by sha256.

    Raises: TrustedDocumentsError with file and line.
    """
    if path.is_dir():
        texts = _folder(path)
    elif path.is_file():
        texts = _manifest(path)
    else:
        raise TrustedDocumentsError(str(path), "there is no such file or folder.", "文件或文件夹不存在。")
    found = {digest_of(text): _checked(place, text, schema) for place, text in texts}
    if not found:
        raise TrustedDocumentsError(str(path), "no document is in it.", "其中没有任何文档。")
    return found


def _folder(path: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path.rglob("*.graphql")):
        yield str(file), _text(file)


def _manifest(path: Path) -> Iterator[tuple[str, str]]:
    for key, text in _entries(path).items():
        place = f"{path}: {key}"
        if not isinstance(text, str) or digest_of(text) != key.removeprefix(DIGEST_PREFIX):
            raise TrustedDocumentsError(place, "is not the sha256 of its text.", "与其文本的 sha256 不符。")
        yield place, text


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
    content = file.read_bytes()
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
        raise TrustedDocumentsError(f"{place}{line}", first.message, first.message) from error
    return TrustedDocument(text, place, tuple(_operations(document)), document)


def _operations(document: DocumentNode) -> Iterable[str]:
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            yield each.name.value if each.name else "anonymous"
