"""What the graph has of the certificates and standards that a list names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from graph.upkeep import bulk


class KnownLevel(NamedTuple):
    """A level that a certificate has in the graph."""

    level: str
    platform_id: str


class CatalogueCertificate(NamedTuple):
    """A certificate of the graph, its own values, and what is linked to it.

    ``codes`` are those of its standards and of what a platform lists for it, besides its own.
    """

    id: str
    values: Mapping[str, Any]
    levels: Mapping[str, KnownLevel]
    organizations: Mapping[str, Sequence[str]]
    codes: frozenset[str]

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.values["name"])

    @property
    def names(self) -> set[str]:
        """Its name and other spellings, comparable."""
        return {fold(each) for each in (self.name, *(self.values.get("aliases") or ()))}


class KnownText(NamedTuple):
    """A version of a standard whose tree the graph has, and how many of its requirements are in our own words."""

    id: str
    name: str
    abridged: int


class KnownCatalogue(NamedTuple):
    """What the graph has: certificates by name and by code, texts by code, listings by id and code, and more."""

    by_name: Mapping[str, CatalogueCertificate]
    by_code: Mapping[str, Sequence[CatalogueCertificate]]
    texts: Mapping[str, Sequence[KnownText]]
    listings: Mapping[str, Mapping[str, Any]]
    listings_by_code: Mapping[str, Mapping[str, Any]]
    organizations: Mapping[str, str]

    def identity_of(self, name: str) -> str:
        """Give what all names of one certificate have in common: its id, or of a new one its name, comparable."""
        known = self.by_name.get(fold(name))
        return known.id if known else fold(name)

    @classmethod
    async def read(cls, run: Run, codes: Iterable[str]) -> "KnownCatalogue":
        """Read it; of the texts only those of these codes."""
        certificates = await _certificates(run)
        by_name: dict[str, CatalogueCertificate] = {}
        by_code: dict[str, list[CatalogueCertificate]] = {}
        for each in certificates:
            by_name |= {name: each for name in each.names if name not in by_name}
            for code in sorted(each.codes):
                by_code.setdefault(code, []).append(each)
        # A name goes before the spelling of another.
        by_name |= {fold(each.name): each for each in certificates}
        listings = await _listings(run)
        by_listed_code = {each["standardCode"]: each for each in listings.values()}
        texts = await _texts(run, codes)
        return cls(by_name, by_code, texts, listings, by_listed_code, await _organizations(run))


async def _listings(run: Run) -> dict[str, Mapping[str, Any]]:
    text = "MATCH (l:StandardListing) RETURN l.id, properties(l) ORDER BY l.id"
    return dict(map(tuple, await run(Statement(text))))


async def _certificates(run: Run) -> list[CatalogueCertificate]:
    levels = await _linked(run, "HAS_LEVEL", "CertificateLevel", "n.level, n.platformId")
    issuers = await _linked(run, "ISSUED_BY", "Organization", "n.name, coalesce(n.aliases, [])")
    standards = await _linked(run, "HAS_STANDARD", "SkillStandard", "n.code")
    listed = await _linked(run, "LISTED_ON_PLATFORM", "StandardListing", "n.standardCode")
    found = []
    for node_id, values in await run(Statement("MATCH (c:Certificate) RETURN c.id, properties(c) ORDER BY c.id")):
        codes = {
            values.get("standardCode"),
            *(code for (code,) in (*standards.get(node_id, ()), *listed.get(node_id, ()))),
        }
        found.append(
            CatalogueCertificate(
                node_id,
                values,
                {level: KnownLevel(level, own or "") for level, own in levels.get(node_id, ())},
                dict(issuers.get(node_id, ())),
                frozenset(filter(None, codes)),
            )
        )
    return found


async def _linked(run: Run, link: str, label: str, values: str) -> dict[str, list[tuple[Any, ...]]]:
    """Give values of what certificates are linked to, by the certificate."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    text = f"MATCH (c:Certificate)-[:{link}]->(n:{label}) RETURN c.id, {values} ORDER BY c.id, n.id"
    for node_id, *rest in await run(Statement(text)):
        found.setdefault(node_id, []).append(tuple(rest))
    return found


async def _texts(run: Run, codes: Iterable[str]) -> dict[str, list[KnownText]]:
    text = (
        "UNWIND $codes AS code MATCH (s:SkillStandard) WHERE s.code = code "
        "OPTIONAL MATCH (r:SkillRequirement) "
        "WHERE r.standardCode = code AND r.standardVersion = s.version AND r.wording = 'ABRIDGED' "
        "RETURN code, s.id, s.name, count(r) ORDER BY code, s.id"
    )
    found: dict[str, list[KnownText]] = {}
    for batch in bulk.batches(sorted(set(codes))):
        for code, *rest in await run(Statement(text, {"codes": batch})):
            found.setdefault(code, []).append(KnownText(*rest))
    return found


async def _organizations(run: Run) -> dict[str, str]:
    """Give the ids of organisations by each of their names, comparable."""
    rows = await run(Statement("MATCH (o:Organization) RETURN o.id, o.name, coalesce(o.aliases, []) ORDER BY o.id"))
    aliases = {fold(each): node_id for node_id, _, of in rows for each in of}
    return aliases | {fold(name): node_id for node_id, name, _ in rows}
