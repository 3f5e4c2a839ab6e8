"""The slug of a node: a short name of it for addresses, made of its id, so that it is stored nowhere.

``major-648a3bypcz`` is the type in lower case, and ten characters that stand for the first 50 bits of the SHA-256 of the id.
It stays as long as the id does. The case of letters does not count (docs/adr/0031-slugs-from-ids.md).
"""

import hashlib
from collections.abc import Iterable, Mapping

# As Crockford has it: without i, l and o, which look like digits, and without u.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH, _BITS_OF_CHARACTER = 10, 5
_BITS = _LENGTH * _BITS_OF_CHARACTER
_BYTES = 8
_VALUES = {each: value for value, each in enumerate(_ALPHABET)}


def slug_number(node_id: str) -> int:
    """Give the number that stands in the slug of a node."""
    digest = hashlib.sha256(node_id.encode()).digest()[:_BYTES]
    return int.from_bytes(digest) >> (8 * _BYTES - _BITS)


def slug_of(node_id: str) -> str:
    """Give the slug of a node by its id."""
    number = slug_number(node_id)
    places = range(_BITS - _BITS_OF_CHARACTER, -1, -_BITS_OF_CHARACTER)
    return f"{kind_of(node_id.partition(':')[0])}-{''.join(_ALPHABET[number >> place & 31] for place in places)}"


def kind_of(type_name: str) -> str:
    """Write a node type as slugs have it: ``MajorClass`` is ``major-class``."""
    return "".join(f"-{each.lower()}" if each.isupper() else each for each in type_name).lstrip("-")


def number_of(slug: str) -> int | None:
    """Read the number of a slug. None: what stands there is none."""
    values = [_VALUES.get(each) for each in slug.lower().rpartition("-")[2]]
    if len(values) != _LENGTH:
        return None
    number = 0
    for each in values:
        if each is None:
            return None
        number = number << _BITS_OF_CHARACTER | each
    return number


def same_slugs(node_ids: Iterable[str]) -> Mapping[str, list[str]]:
    """Give the slugs that several of these nodes would have, each with their ids."""
    found: dict[tuple[str, int], list[str]] = {}
    for each in node_ids:
        found.setdefault((each.partition(":")[0], slug_number(each)), []).append(each)
    return {slug_of(ids[0]): ids for ids in found.values() if len(ids) > 1}
