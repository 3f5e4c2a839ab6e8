"""A made plan as a filled-in form, and a small graph that knows its college, major, standards and certificate."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.training_plan_imports.confirmed_plans import PlanDocument
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_template import write_plan
from tests.interchange.documents.made_documents import read_here

REPORT_SHA256 = "9" * 64
PLAN = "TrainingPlan:示例职业技术学院:软件技术:2026级:1"
HEAD = {
    "学校名称": "示例职业技术学院",
    "专业名称": "软件技术",
    "专业代码": "510203",
    "适用年级": "2026级",
    "培养层次": "高职专科",
    "学制": "三年",
}
COURSES: list[Any] = [
    [1, "00012", "军事理论", "公共基础课程", "必修", 2, 36, 36, 0, None, "1", "考查", "否"],
    [2, "B1", "网页开发", "专业核心课程", "必修", 3.5, 56, 28, 28, None, "1-2", "考试", "是", "网页基础", "机房"],
    ["专业选修课（至少选修2学分）"],
    [3, "C1", "甲", "专业拓展课程", "选修", 2, 32, 16, 16, None, "3", "考查"],
    [4, "C2", "乙", "专业拓展课程", "选修", 2, 32, 16, 16, None, "3", "考查"],
]
CERTIFICATES = [[1, "1+X Web前端开发职业技能等级证书", "中级", "3,4", "示例公司", "网页开发"]]
OUTCOMES = [[2, "网页开发", "能编写网页"], [None, "甲", "能使用甲"], [2, "网页开发", "能调试网页"]]
FACT = {"basis": "OFFICIAL", "sourceIds": "Source:t.S1"}


def form(
    courses: Sequence[Any] = COURSES,
    certificates: Sequence[Any] = CERTIFICATES,
    outcomes: Sequence[Any] = (),
    **head: str | None,
) -> bytes:
    """The form, filled in; ``head`` changes lines of its head, None leaves one out."""
    about = {**HEAD, **head}
    return write_plan([(name, value) for name, value in about.items() if value], courses, certificates, outcomes)


def made_document(data: bytes) -> PlanDocument:
    """A document as the command reads it."""
    file = ImportedFile("plan.xlsx", hashlib.sha256(data).hexdigest(), REPORT_SHA256)
    return PlanDocument(read_training_plans(read_here(data)), file)


def add_seeds(folder) -> None:
    """Add to the small seeds what the plan names."""
    college = {
        "name": "示例职业技术学院",
        "code": "4199900001",
        "educationLevel": "ASSOCIATE",
        "ownership": "公办",
        "formerNames": "示例职业学校",
    }
    folder.write("p/SOURCE.md", "What the set is.\n")
    _nodes(folder, "College", college)
    _nodes(folder, "CertificateLevel", {"certificateName": "Web前端开发", "level": "INTERMEDIATE", "rank": 2})
    years = ({"year": year, "majorCode": "510203", "name": "软件技术", "courseCount": 0} for year in (2019, 2025, 2027))
    _nodes(folder, "TeachingStandard", *years)
    standards = [f"TeachingStandard:{year}:510203" for year in (2019, 2025, 2027)]
    _links(folder, "STANDARD_OF", *((each, "Major:2021:510203") for each in standards))


def _nodes(folder, name: str, *rows: Mapping[str, Any]) -> None:
    node_type = MODEL.node_types[name]
    whole = [{"id": node_type.id_of(each), **each, **FACT} for each in rows]
    folder.write(f"p/nodes/{name}.csv", _csv([each.name for each in node_columns(node_type)], whole))


def _links(folder, name: str, *ends: tuple[str, str]) -> None:
    columns = [each.name for each in link_columns(MODEL.relationships[name])]
    folder.write(f"p/links/{name}.csv", _csv(columns, [{"start": a, "end": b, **FACT} for a, b in ends]))


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
