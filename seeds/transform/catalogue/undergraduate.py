"""Transform the majors of ordinary universities: a catalogue of its own, never mixed with vocational majors."""

from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Seeds, texts
from seeds.transform.sources import Sources

SET = "catalogue"

EDITION = "undergraduate-2025"
_SOURCE = "catalogue.X1"


def transform_undergraduate_majors(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    """Transform undergraduate_majors_2025.csv; the edition is among the catalogues."""
    fact = Fact(basis="REPORTED", sources=(sources.id_of(_SOURCE),))
    for row in reference.rows("additions/undergraduate_majors_2025.csv"):
        values: dict[str, PropertyValue] = {
            "edition": EDITION,
            "code": row["code"],
            "name": row["name"],
            "discipline": row["discipline"],
            "className": row["class"],
            "isStateControlled": row["code"].endswith("K"),
        }
        major = seeds.node(SET, "UndergraduateMajor", values, fact)
        seeds.link(SET, "UNDERGRADUATE_LISTED_IN", (major, f"Catalogue:{EDITION}"), fact)


def join_undergraduate_majors(seeds: Seeds) -> None:
    """Tie the undergraduate majors that certificates name to those of the catalogue: by code and name, or by name."""
    listed = {str(seeds.values(node_id)["name"]): node_id for node_id in seeds.ids("UndergraduateMajor")}
    for node_id in seeds.ids("Major"):
        values = seeds.values(node_id)
        found = listed.get(str(values["name"])) if values["edition"] == "undergraduate" else None
        if found and values["code"] in (None, seeds.values(found)["code"]):
            note = "by code and name" if values["code"] else "by name: the statement prints no code"
            fact = Fact(basis="REPORTED", sources=texts(seeds.values(found)["sourceIds"]), note=note)
            seeds.link(SET, "LISTED_AS", (node_id, found), fact)
