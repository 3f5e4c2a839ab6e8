"""Transform the certificates, their organisations, levels and jobs."""

from collections.abc import Iterator

from seeds.transform.matching import CERTIFICATE_LEVELS, RANKS, find_certificate, level_code
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Seeds, TableRow, texts
from seeds.transform.sources import Sources

SET = "certificates"

# The ministry's own account of the pilot, which names the first batch: what it states is official.
ARTICLE = "certificates.S0"
_PLATFORM = "certificates.S2"
_STANDARD = "certificates.S4"

# Read from the notes of certificates.csv: other spellings of a certificate or an organisation.
# 养老照护 is how the founding article names 老年照护.
_CERTIFICATE_ALIASES = {
    "装配式建筑构件制作与安装": ("装配式构件制作与安装",),
    "老年照护": ("养老照护",),
}
# The last two: a source prints them with the organisation's name as one entry. The founding article counts five
# organisations of the first batch, so that each is a name of the one organisation.
_ORGANISATION_ALIASES = {
    "华为技术有限公司": ("华为技术公司",),
    "廊坊市中科建筑产业化创新研究中心": ("中国建设教育协会人才评价中心",),
    "北京中福长者文化科技有限公司": ("中国社会福利与养老服务协会",),
}

# Tables whose rows speak of one level of a certificate, and the columns that say so.
_LEVEL_TABLES = (
    ("certificates/jobs.csv", "level", "source_id"),
    ("certificates/certificate_majors.csv", "cert_level", "source_ids"),
    ("certificates/skill_standards/skill_outline_partial.csv", "level", "source_id"),
    ("certificates/exam_rules.csv", "level", "source_id"),
    ("certificates/pilots.csv", "level", "source_id"),
)


def transform_certificates(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    """Transform certificates.csv, certificate_levels_ncb.csv and jobs.csv."""
    for row in reference.rows("certificates/certificates.csv"):
        _transform_certificate(row, sources, seeds)
    for row in reference.rows("certificates/certificate_levels_ncb.csv"):
        _transform_platform_level(row, sources, seeds)
    for row in reference.rows("certificates/certificates.csv"):
        for level in row.items("levels_seen", "/"):
            _add_level(seeds, row["certificate"], level, sources.by_ids(SET, row["source_ids"]))
    for file, column, source_column in _LEVEL_TABLES:
        for row in reference.rows(file):
            for name in row.items("certificate") if level_code(row[column]) else []:
                _add_level(seeds, name, row[column], sources.by_ids(SET, row[source_column]))
    _complete_levels_seen(seeds)
    for row in reference.rows("certificates/jobs.csv"):
        _transform_job(row, sources, seeds)


def certificates_named(seeds: Seeds, text: str) -> Iterator[str]:
    """Give the ids of the certificates in a cell such as ``A; B``; words such as (6 certificates) name none."""
    for name in text.split(";"):
        found = find_certificate(seeds, name.strip())
        if found:
            yield found


def _transform_certificate(row: TableRow, sources: Sources, seeds: Seeds) -> None:
    name = row["certificate"]
    year = row["batch_year"]
    ids = sources.by_ids(SET, row["source_ids"])
    basis = "OFFICIAL" if sources.id_of(_STANDARD) in ids else "REPORTED"
    values: dict[str, PropertyValue] = {
        "name": name,
        "aliases": _CERTIFICATE_ALIASES.get(name, ()),
        "isReportedByColleges": False,
        "standardCode": row["standard_code"] or None,
        "batch": int(row["batch"]) if row["batch"] else None,
        "batchYear": int(year) if year.isdigit() else None,
        "batchBasis": row["batch_basis"] or None,
        "note": _note(row),
    }
    named = (*ids, sources.id_of(ARTICLE)) if row["batch"] == "1" else ids
    certificate = seeds.node(SET, "Certificate", values, Fact(basis=basis, sources=named))
    if row["issuing_org"]:
        issued = Fact(basis=_issuer_basis(ids, sources), sources=ids, note=_issuer_note(row))
        _link_issuer(seeds, certificate, row["issuing_org"], issued)


def _note(row: TableRow) -> str | None:
    year, version = row["batch_year"], row["standard_version"]
    parts = [
        row["notes"],
        f"year of the batch as gathered: {year}" if year and not year.isdigit() else "",
        f"version of the standard seen: {version}" if version else "",
    ]
    return "; ".join(part for part in parts if part) or None


def _issuer_basis(ids: tuple[str, ...], sources: Sources) -> str:
    official = {sources.id_of(_PLATFORM), sources.id_of(_STANDARD)}
    return "OFFICIAL" if official & set(ids) else "REPORTED"


def _issuer_note(row: TableRow) -> str | None:
    return row["notes"] if "inferred" in row["notes"] or "prints" in row["notes"] else None


def _link_issuer(seeds: Seeds, certificate: str, name: str, fact: Fact) -> None:
    organization = f"Organization:{name}"
    plain = fact.noting(None)
    if organization not in seeds.nodes:
        seeds.node(SET, "Organization", {"name": name, "aliases": _ORGANISATION_ALIASES.get(name, ())}, plain)
    else:
        _add_sources(seeds.values(organization), plain)
    seeds.link(SET, "ISSUED_BY", (certificate, organization), fact)


def _add_sources(values: dict[str, PropertyValue], fact: Fact) -> None:
    """Unite the sources of a node that several rows state; it is official if one of them is."""
    values["sourceIds"] = tuple(dict.fromkeys((*texts(values["sourceIds"]), *fact.sources)))
    if fact.basis == "OFFICIAL":
        values["basis"] = "OFFICIAL"


def _transform_platform_level(row: TableRow, sources: Sources, seeds: Seeds) -> None:
    ids = sources.by_ids(SET, row["source_id"])
    level = _add_level(seeds, row["certificate"], row["level"], ids)
    seeds.values(level).update(
        platformId=row["ncb_certificate_id"],
        statusDate=row["status_date"] or None,
        platformIdCreatedOn=row["id_creation_date_derived"] or None,
        basis="OFFICIAL",
    )
    certificate = f"Certificate:{row['certificate']}"
    _link_issuer(seeds, certificate, row["issuing_org"], Fact(basis="OFFICIAL", sources=ids))


def _add_level(seeds: Seeds, name: str, word: str, ids: tuple[str, ...]) -> str:
    """Make the level of a certificate, unless it is there, and unite its sources; give its id."""
    code = CERTIFICATE_LEVELS[word]
    basis = "OFFICIAL" if f"Source:{_STANDARD}" in ids else "REPORTED"
    fact = Fact(basis=basis, sources=ids)
    node_id = f"CertificateLevel:{name}:{code}"
    if node_id in seeds.nodes:
        _add_sources(seeds.values(node_id), fact)
    else:
        seeds.node(SET, "CertificateLevel", {"certificateName": name, "level": code, "rank": RANKS[code]}, fact)
    seeds.link(SET, "HAS_LEVEL", (f"Certificate:{name}", node_id), fact)
    return node_id


def _complete_levels_seen(seeds: Seeds) -> None:
    for node_id in seeds.ids("Certificate"):
        name = seeds.values(node_id)["name"]
        seen = tuple(code for code in RANKS if f"CertificateLevel:{name}:{code}" in seeds.nodes)
        seeds.values(node_id)["levelsSeen"] = seen


def _transform_job(row: TableRow, sources: Sources, seeds: Seeds) -> None:
    ids = sources.by_ids(SET, row["source_id"])
    fact = Fact(basis="OFFICIAL" if f"Source:{_STANDARD}" in ids else "REPORTED", sources=ids)
    job = f"JobRole:{row['job_or_work']}"
    if job in seeds.nodes:
        _add_sources(seeds.values(job), fact)
    else:
        seeds.node(SET, "JobRole", {"name": row["job_or_work"]}, fact)
    code = level_code(row["level"])
    if code is None:
        seeds.link(SET, "CERTIFICATE_LEADS_TO", (f"Certificate:{row['certificate']}", job), fact)
        return
    level = f"CertificateLevel:{row['certificate']}:{code}"
    values = seeds.values(level)
    values["jobsAsWritten"] = (*texts(values.get("jobsAsWritten")), row["job_or_work"])
    seeds.link(SET, "LEADS_TO", (level, job), fact)
