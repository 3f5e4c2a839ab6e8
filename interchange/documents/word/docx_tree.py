"""The XML parts of a DOCX as trees, within bounds, and their names."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder  # what it builds, expat has parsed without document types
from xml.parsers import expat

from interchange.documents.document_errors import DocumentTooLargeError
from interchange.documents.document_kinds import parse_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Nothing nests deeper that a person wrote.
DEPTH_LARGEST = 100
DEPTH = ("levels of nesting", "层嵌套")
_NUMBER_LONGEST = 4


def parse_tree(package: zipfile.ZipFile, part: str) -> Element:
    """Parse a part. Raises: KeyError where the package has none of this name."""
    tree = _Tree()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler = tree.builder.data
    parse_part(package, package.getinfo(part), parser)
    return tree.builder.close()


class _Tree:
    """Builds elements with the names that ElementTree uses, and bounds how deep they nest."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH_LARGEST:
            raise DocumentTooLargeError(DEPTH, self.depth, DEPTH_LARGEST)
        self.builder.start(_name(tag), {_name(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(_name(tag))


def _name(tag: str) -> str:
    return f"{{{tag}" if "}" in tag else tag


def children(parent: Element, name: str) -> Iterator[Element]:
    """Give children of this name; content controls and tracked insertions around them do not count."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from children(child, name)


def value(element: Element | None, path: str, default: str = "") -> str:
    """Give the value of the element at a path such as ``pPr/pStyle``."""
    found = None if element is None else element.find("/".join(f"{W}{each}" for each in path.split("/")))
    return default if found is None else found.get(f"{W}val", default)


def number(element: Element | None, path: str, default: int) -> int:
    """Give the number at a path; what is no short number counts as none."""
    text = value(element, path)
    return int(text) if text.isascii() and text.isdigit() and len(text) < _NUMBER_LONGEST else default
