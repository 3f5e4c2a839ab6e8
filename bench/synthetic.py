"""A synthetic national graph in our own model, the same for the same scale.

Scale 1 has 1,349 majors with 30 courses each, 450 certificates with three levels of 4 x 4 x 6 requirements (129,600),
and 180 cover links for each major: 200,000 nodes, 445,000 links. Everything in it is ILLUSTRATIVE.
"""

import random
from collections.abc import Iterator
from typing import Any

from graph import constraints
from graph.execute import Database, Statement
from graph.model import MODEL

BATCH = 5_000
LEVELS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
FACT = {"basis": "ILLUSTRATIVE", "sourceIds": ["Source:synthetic"]}

Node = dict[str, Any]
Link = tuple[str, str, dict[str, Any]]


class Synthetic:
    """The graph of one scale: nodes by type, links by relationship type."""

    def __init__(self, scale: float) -> None:
        self._random = random.Random(7)
        self.majors = max(20, int(1349 * scale))
        self.certificates = max(6, int(450 * scale))
        self.nodes: dict[str, list[Node]] = {}
        self.links: dict[str, list[Link]] = {}
        self._node("Source", code="synthetic", title="made up")
        self._node("Catalogue", edition="2021", name="目录", **FACT)
        self._node("MajorClass", edition="2021", name="专业类", **FACT)
        for number in range(self.certificates):
            self._certificate(number)
        for number in range(self.majors):
            self._major(number)

    def _node(self, node_type: str, **values: Any) -> str:
        declared = MODEL.node_types[node_type]
        values["id"] = declared.id_of(values)
        if declared.searched:
            values["pinyin"] = "zhuanye zy"
        self.nodes.setdefault(node_type, []).append(values)
        return str(values["id"])

    def _link(self, relationship: str, start: str, end: str, **values: Any) -> None:
        self.links.setdefault(relationship, []).append((start, end, {**FACT, **values}))

    def _certificate(self, number: int) -> None:
        name, code = f"证书{number}", f"{900000 + number}"
        certificate = self._node(
            "Certificate", name=name, standardCode=code, batch=number % 4 + 1, aliases=[], levelsSeen=[], **FACT
        )
        standard = self._node("SkillStandard", code=code, version="1.0", name=name, requirementCount=288, **FACT)
        self._link("HAS_STANDARD", certificate, standard)
        for rank, level in enumerate(LEVELS, 1):
            self._level(
                certificate, standard, {"standardCode": code, "standardVersion": "1.0", "level": level}, rank, name
            )

    def _level(self, certificate: str, standard: str, key: Node, rank: int, name: str) -> None:
        awarded = self._node(
            "CertificateLevel", certificateName=name, level=key["level"], rank=rank, jobsAsWritten=[], **FACT
        )
        level = self._node("StandardLevel", **key, rank=rank, name=name, requirementCount=96, **FACT)
        self._link("HAS_LEVEL", certificate, awarded)
        self._link("SPECIFIED_BY", awarded, level)
        self._link("HAS_STANDARD_LEVEL", standard, level)
        for a in range(1, 5):
            area = self._node("WorkArea", **key, code=f"{a}", name=f"工作领域{a}", sequence=a, **FACT)
            self._link("HAS_WORK_AREA", level, area)
            for t in range(1, 5):
                task = self._node(
                    "WorkTask", **key, code=f"{a}.{t}", name=f"工作任务{a}.{t}", sequence=a * 10 + t, **FACT
                )
                self._link("HAS_TASK", area, task)
                for r in range(1, 7):
                    text = f"能完成{name}的技能要求{a}.{t}.{r}"
                    leaf = self._node(
                        "SkillRequirement",
                        **key,
                        code=f"{a}.{t}.{r}",
                        text=text,
                        sequence=(a * 10 + t) * 10 + r,
                        **FACT,
                    )
                    self._link("HAS_REQUIREMENT", task, leaf)

    def _major(self, number: int) -> None:
        code = f"{500000 + number}"
        major = self._node(
            "Major",
            edition="2021",
            code=code,
            name=f"专业{number}",
            educationLevel="ASSOCIATE",
            isStateControlled=False,
            **FACT,
        )
        lists: Node = {"industries": [], "positions": [], "certificatesNamed": []}
        standard = self._node(
            "TeachingStandard", year=2025, majorCode=code, name=f"专业{number}", courseCount=30, **lists, **FACT
        )
        self._link("LISTED_IN", major, "Catalogue:2021")
        self._link("STANDARD_OF", standard, major)
        courses = [
            self._node("Course", standardYear=2025, majorCode=code, sequence=place, name=f"课程{place}", **FACT)
            for place in range(30)
        ]
        for course in courses:
            self._link("HAS_COURSE", standard, course)
        for chosen in self._random.sample(range(self.certificates), 3):
            self._link("SUITS", f"Certificate:证书{chosen}", major, relation="standard")
            for leaf in self._random.sample(range(96), 60):
                a, rest = divmod(leaf, 24)
                end = f"SkillRequirement:{900000 + chosen}:1.0:INTERMEDIATE:{a + 1}.{rest // 6 + 1}.{rest % 6 + 1}"
                values = {"alignmentId": f"Alignment:{code}-{chosen}-{leaf}", "kind": "RELATED", "role": "TEACHES"}
                self._link(
                    "COVERS", self._random.choice(courses), end, strength=round(self._random.random(), 2), **values
                )

    def statements(self) -> Iterator[Statement]:
        """Give the statements that load it, nodes first."""
        for name, rows in self.nodes.items():
            for start in range(0, len(rows), BATCH):
                yield Statement(
                    f"UNWIND $rows AS row CREATE (n:{name}) SET n = row", {"rows": rows[start : start + BATCH]}
                )
        for name, links in self.links.items():
            ends = MODEL.relationships[name]
            text = (
                f"UNWIND $rows AS row MATCH (a:{ends.start} {{id: row[0]}}) MATCH (b:{ends.end} {{id: row[1]}}) "
                f"CREATE (a)-[l:{name}]->(b) SET l = row[2]"
            )
            for start in range(0, len(links), BATCH):
                yield Statement(text, {"rows": [list(each) for each in links[start : start + BATCH]]})


async def load(database: Database, scale: float) -> tuple[int, int]:
    """Load the graph of this scale into an empty database; give the numbers of nodes and links."""
    graph = Synthetic(scale)
    await constraints.apply(database)
    for statement in graph.statements():
        await database.write(lambda writer, each=statement: writer.run(each), timeout_s=120)  # type: ignore[misc]
    return sum(map(len, graph.nodes.values())), sum(map(len, graph.links.values()))
