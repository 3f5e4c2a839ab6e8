"""What is known to exist, next to what the graph holds of it: how ours are counted, and the figure that says how many.

The figures are facts in the seeds with their sources; here stands only which one answers which count.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.core import CodeList, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A link that what is counted must have, and properties of the node at its other end."""

    relationship: str
    is_forward: bool = True
    where: Mapping[str, str] = field(default_factory=dict)
    # The link that the node at the other end must have in turn.
    linked: "Linked | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Nodes of a type with these properties, and the code of the figure (``Statistic``) that says how many exist."""

    code: str
    description: Text
    node_type: str
    statistic: str
    where: Mapping[str, str] = field(default_factory=dict)
    linked: Linked | None = None


def _standards(level: str, description: Text, statistic: str) -> Extent:
    of_level = Linked(relationship="STANDARD_OF", where={"educationLevel": level})
    code = f"TEACHING_STANDARDS_{level}"
    return Extent(
        code=code, description=description, node_type="TeachingStandard", linked=of_level, statistic=statistic
    )


def _majors(level: str, description: Text, statistic: str) -> Extent:
    where = {"edition": "2021", "educationLevel": level}
    return Extent(code=f"MAJORS_{level}", description=description, node_type="Major", where=where, statistic=statistic)


EXTENTS = (
    Extent(
        code="TEACHING_STANDARDS",
        description=Text("National teaching standards of 2025.", "国家专业教学标准（2025 年）。"),
        node_type="TeachingStandard",
        statistic="majors-10",
    ),
    _standards("SECONDARY", Text("Those of secondary majors.", "其中中职。"), "standards-2025-s"),
    _standards("ASSOCIATE", Text("Those of associate majors.", "其中高职专科。"), "standards-2025-a"),
    _standards("BACHELOR", Text("Those of bachelor majors.", "其中职业本科。"), "standards-2025-b"),
    Extent(
        code="CERTIFICATES",
        description=Text(
            "1+X certificates; those that only colleges report are among them, the published figure is of the four batches.",
            "1+X 职业技能等级证书；含仅见于院校自述者，已知总数为四批名单之数。",
        ),
        node_type="Certificate",
        statistic="certificates-2021",
    ),
    Extent(
        code="SKILL_STANDARDS",
        # Certificates, as the figure counts them: a standard may be here in several versions.
        description=Text(
            "Certificates whose skill level standard is here with all its requirements.",
            "已收录职业技能等级标准（含全部技能要求）的证书。",
        ),
        node_type="Certificate",
        linked=Linked(relationship="HAS_STANDARD", linked=Linked(relationship="HAS_STANDARD_LEVEL")),
        statistic="certificates-2021",
    ),
    Extent(
        code="ORGANIZATIONS",
        description=Text("Organisations that issue certificates.", "培训评价组织。"),
        node_type="Organization",
        linked=Linked(relationship="ISSUED_BY", is_forward=False),
        statistic="organizations-2021",
    ),
    _majors("SECONDARY", Text("Secondary majors of the catalogue.", "目录中的中职专业。"), "catalogue-2025-12-s"),
    _majors("ASSOCIATE", Text("Associate majors of the catalogue.", "目录中的高职专科专业。"), "catalogue-2026-07-a"),
    _majors("BACHELOR", Text("Bachelor majors of the catalogue.", "目录中的高职本科专业。"), "catalogue-2025-12-b"),
    Extent(
        code="COLLEGES",
        description=Text("Higher vocational colleges at associate level.", "高职（专科）院校。"),
        node_type="College",
        where={"educationLevel": "ASSOCIATE"},
        statistic="majors-08",
    ),
)

KNOWN_EXTENT_OF = CodeList(
    name="KnownExtentOf",
    description=Text("What is counted.", "统计的对象。"),
    codes={each.code: each.description for each in EXTENTS},
)
