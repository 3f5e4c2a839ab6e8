"""The words around the name of a certificate, with which plans write it."""

import re

_WORDS = re.compile(r"^1\+X|(?:职业技能)?(?:等级)?(?:证书?)?(?:\((?:初级|中级|高级)\))?$")


def spellings(written: str) -> tuple[str, str]:
    """Give a certificate as it is written, and without the words around its name."""
    return written, _WORDS.sub("", written).strip()
