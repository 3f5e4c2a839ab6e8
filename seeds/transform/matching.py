"""The rules by which a name in a source is tied to a node. A name that no rule ties is reported, never guessed.

- Level words: 中职 is SECONDARY; 高职 and 高职专科 are ASSOCIATE; 职业本科 and 高职本科 are BACHELOR;
  本科 is UNDERGRADUATE.
- Certificate: the same name or alias, after spaces are dropped and half-width brackets are made full-width.
- Major: the same name at the same level within one edition; each level of an edition has a name once.
- College: the same name, after a remark in brackets such as (原…) or (…部) is dropped; or the name of 2019 that
  double_high.csv ties to a college of 2026; or the domain of its website.
- Province: the same full or short name.
"""

import re
from calendar import monthrange
from collections.abc import Mapping

from seeds.transform.reference_tables import PropertyValue, Seeds, texts

EDUCATION_LEVELS: Mapping[str, str] = {
    "secondary": "SECONDARY",
    "higher_specialist": "ASSOCIATE",
    "higher_bachelor": "BACHELOR",
    "中职": "SECONDARY",
    "高职": "ASSOCIATE",
    "高职专科": "ASSOCIATE",
    "职业本科": "BACHELOR",
    "高职本科": "BACHELOR",
    "本科": "UNDERGRADUATE",
}

CERTIFICATE_LEVELS: Mapping[str, str] = {"初级": "ELEMENTARY", "中级": "INTERMEDIATE", "高级": "ADVANCED"}
RANKS: Mapping[str, int] = {code: rank for rank, code in enumerate(CERTIFICATE_LEVELS.values(), start=1)}

# The edition that came before that of 2021, by level.
EARLIER_EDITIONS: Mapping[str, str] = {
    "SECONDARY": "before-2021",
    "ASSOCIATE": "2015",
    "UNDERGRADUATE": "undergraduate",
}

_FULL_WIDTH = str.maketrans({"(": "（", ")": "）", " ": None})
_DOMAIN = re.compile(r"\b\w+\.(\w+\.(?:com|edu)\.cn)\b")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")


def level_code(text: str) -> str | None:
    """Give the code of a certificate level; null if the text names none, or several."""
    return CERTIFICATE_LEVELS.get(text)


def normal_name(text: str) -> str:
    """Bring a name into the form in which names are compared."""
    return text.translate(_FULL_WIDTH)


def without_remark(text: str) -> str:
    """Drop a remark in brackets at the end of a name."""
    return _REMARK.sub("", text).strip()


def find_certificate(seeds: Seeds, name: str) -> str | None:
    """Give the id of the certificate with this name or alias."""
    wanted = normal_name(name)
    for node_id in seeds.ids("Certificate"):
        values = seeds.values(node_id)
        if wanted in {normal_name(each) for each in (str(values["name"]), *texts(values.get("aliases")))}:
            return node_id
    return None


def find_major(seeds: Seeds, name: str, level: str, edition: str = "2021") -> str | None:
    """Give the id of the major with this name at this level of this edition."""
    for node_id in seeds.ids("Major"):
        values = seeds.values(node_id)
        if (values["name"], values["educationLevel"], values["edition"]) == (name, level, edition):
            return node_id
    return None


def find_college(seeds: Seeds, name: str) -> str | None:
    """Give the id of the college of 2026 with this name."""
    plain = without_remark(name)
    node_id = f"College:{plain}"
    return node_id if node_id in seeds.nodes else seeds.other_names.get(plain)


def find_college_by_site(seeds: Seeds, text: str) -> str | None:
    """Give the id of the college whose website has the domain that a text names."""
    domain = _DOMAIN.search(text)
    if domain is None:
        return None
    sites = {node_id: str(seeds.values(node_id)["website"] or "") for node_id in seeds.ids("College")}
    found = [node_id for node_id, site in sites.items() if domain[1] in site]
    return found[0] if len(found) == 1 else None


def find_province(seeds: Seeds, name: str) -> str | None:
    """Give the id of the province with this full or short name."""
    for node_id in seeds.ids("Province"):
        if name in (seeds.values(node_id)["name"], seeds.values(node_id)["shortName"]):
            return node_id
    return None


def plain_number(text: str) -> float | None:
    """Give the number a text is; null for a range, a rough figure or words."""
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)\D*")
_AT_LEAST = re.compile(r"(?:>=)?(\d+(?:\.\d+)?)\+?\D*")


def bounds(text: str) -> dict[str, float | None]:
    """Give the bounds that a figure allows: 200-600, 20000+, >=50%, <=2400, or a number; none for a rough figure."""
    if span := _RANGE.fullmatch(text):
        return {"valueMin": float(span[1]), "valueMax": float(span[2])}
    if least := _AT_LEAST.fullmatch(text.removeprefix("<=")):
        number = float(least[1])
        is_upper, is_lower = text.startswith("<="), text.startswith(">=") or "+" in text
        return {"valueMin": None if is_upper else number, "valueMax": None if is_lower else number}
    return {"valueMin": None, "valueMax": None}


_DAYS = re.compile(r"(\d{4}-\d\d)-(\d\d)(?:/(\d\d))?")
_MONTHS = re.compile(r"(\d{4})-(\d\d)(?:/(\d\d))?")
_HALF = re.compile(r"(\d{4})-H([12])")
_YEAR = re.compile(r"(\d{4})")


def date_span(name: str, text: str | None) -> dict[str, PropertyValue]:
    """Give first and last day of a date as written; none where it shows no year. What follows a blank is a remark."""
    first, last = _span((text or "").partition(" ")[0])
    return {f"{name}From": first, f"{name}To": last}


def _span(text: str) -> tuple[str | None, str | None]:
    if days := _DAYS.fullmatch(text):
        month, first, last = days.groups()
        return f"{month}-{first}", f"{month}-{last or first}"
    if half := _HALF.fullmatch(text):
        year, number = half.groups()
        return (f"{year}-01-01", f"{year}-06-30") if number == "1" else (f"{year}-07-01", f"{year}-12-31")
    if months := _MONTHS.fullmatch(text):
        year, first, last = months.groups()
        days_of_last = monthrange(int(year), int(last or first))[1]
        return f"{year}-{first}-01", f"{year}-{last or first}-{days_of_last}"
    if year := _YEAR.fullmatch(text):
        return f"{year[1]}-01-01", f"{year[1]}-12-31"
    return None, None
