"""A small graph for questions of alignments: a certificate with one level, and programmes whose courses are aligned."""

from graph.connection.database import Database, Statement
from graph.model.catalogue import EDITIONS_IN_FORCE
from resolvers.identify import Request
from tests.golden.make import run_counted

FACT = {"basis": "ILLUSTRATIVE", "sourceIds": []}
REQUIREMENTS = {1: "会建、改、删数据库", 2: "会做网页", 3: "会用数组"}


def requirement(number: int) -> str:
    return f"SkillRequirement:9:1:ADVANCED:1.1.{number}"


class Small:
    """Nodes and links of a small graph: one standard of one level, and two programmes."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict] = {
            "TeachingStandard:s": {},
            "TeachingStandard:z": {},
            "TrainingPlan:p": {},
            "Certificate:k": {},
            "SkillStandard:9:1": {},
            "StandardLevel:9:1:ADVANCED": {"level": "ADVANCED", "rank": 3},
            "WorkArea:9:1:ADVANCED:1": {"name": "领域", "sequence": 1},
            "WorkTask:9:1:ADVANCED:1.1": {"name": "任务", "sequence": 1},
            "Major:m": {"edition": EDITIONS_IN_FORCE[0]},
        }
        self.strengths: dict[tuple[str, str, str], float] = {}
        self.links: list[tuple[str, str, str]] = [
            ("HAS_STANDARD", "Certificate:k", "SkillStandard:9:1"),
            ("HAS_STANDARD_LEVEL", "SkillStandard:9:1", "StandardLevel:9:1:ADVANCED"),
            ("HAS_WORK_AREA", "StandardLevel:9:1:ADVANCED", "WorkArea:9:1:ADVANCED:1"),
            ("HAS_TASK", "WorkArea:9:1:ADVANCED:1", "WorkTask:9:1:ADVANCED:1.1"),
            ("SUITS", "Certificate:k", "Major:m"),
        ]
        for number, text in REQUIREMENTS.items():
            self.nodes[requirement(number)] = {"text": text, "sequence": number}
            self.links.append(("HAS_REQUIREMENT", "WorkTask:9:1:ADVANCED:1.1", requirement(number)))

    def course(self, key: str, name: str, owner: str = "TeachingStandard:s", **values) -> None:
        self.nodes[key] = {"name": name, **values}
        self.links.append(("HAS_COURSE" if key.startswith("Course:") else "HAS_PLAN_COURSE", owner, key))

    def outcome(self, key: str, course: str, text: str) -> None:
        self.nodes[key] = {"text": text, "code": key, "sequence": 1}
        self.links.append(("HAS_OUTCOME" if course.startswith("Course:") else "PLAN_HAS_OUTCOME", course, key))

    def alignment(self, key: str, subject: str, target: str, **values) -> None:
        given = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.5, "status": "SUGGESTED", **values}
        self.nodes[key] = {k: v for k, v in given.items() if v is not None}
        of = {
            "Course": "ALIGNS",
            "PlanCourse": "ALIGNS_PLAN_COURSE",
            "CourseOutcome": "ALIGNS_OUTCOME",
            "Major": "ALIGNS_MAJOR",
        }
        to = {"SkillRequirement": "ALIGNED_TO", "WorkTask": "ALIGNED_TO_TASK", "WorkArea": "ALIGNED_TO_AREA"}
        self.links.append((of[subject.partition(":")[0]], key, subject))
        self.links.append((to[target.partition(":")[0]], key, target))

    def review(self, key: str, programme: str, number: int) -> None:
        self.nodes[key] = {}
        link = "REVIEW_OF" if programme.startswith("TeachingStandard") else "REVIEW_OF_PLAN"
        self.links += [(link, key, programme), ("CONCLUDES_ON", key, requirement(number))]

    async def write(self, database: Database) -> None:
        async def run(writer) -> None:
            await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
            for label in {each.partition(":")[0] for each in self.nodes}:
                mine = [{"id": k, **v, **FACT} for k, v in self.nodes.items() if k.partition(":")[0] == label]
                await writer.run(Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": mine}))
            for kind in {each[0] for each in self.links}:
                pairs = [[*each[1:], self.strengths.get(each)] for each in self.links if each[0] == kind]
                for start in {each[0].partition(":")[0] for each in pairs}:
                    ends = {each[1].partition(":")[0] for each in pairs if each[0].startswith(f"{start}:")}
                    for end in ends:
                        text = f"UNWIND $pairs AS p MATCH (a:{start} {{id: p[0]}}) MATCH (b:{end} {{id: p[1]}}) CREATE (a)-[l:{kind}]->(b) SET l.strength = p[2]"
                        await writer.run(Statement(text, {"pairs": pairs}))

        await database.write(run)


async def ask(database: Database, query: str, **variables):
    ((answer, statements),) = await run_counted(database, [Request(query, variables)])
    assert statements == 1
    return answer
