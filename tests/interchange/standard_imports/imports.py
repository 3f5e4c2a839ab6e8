"""Imports of made-up standards into a small graph, and what the graph has afterwards."""

import hashlib

from graph.connection.database import Database, Statement
from interchange.documents.document_kinds import DocumentKind
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.skill_import import SkillImport
from interchange.standard_imports.teaching_import import TeachingImport
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.teaching.teaching_reading import is_teaching_standard, read_teaching_standard
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.made_standards import standard_docx

HEAD = (
    "（2021年1.0版）",
    "示例科技（北京）有限公司 制定",
    "2021年12月1日 发布",
    "1 范围",
    "本标准规定了示例网页开发职业技能等级要求。",
    "2 适用院校专业",
    "高等职业学校：软件技术（510203）、软件技术（610205）、护理（520202）、网站管理。",
    "3 面向职业岗位（群）",
    "主要面向互联网企业的技术部门，从事网页制作、软件测试等岗位。",
    "4 职业技能要求",
    "4.1 职业技能等级划分为初级、中级、高级三个等级，高级别涵盖低级别职业技能要求。",
)
ANSWERS = {"major-3": "520201K", "major-4": "none"}
STANDARD = "SkillStandard:990003:1.0"
CERTIFICATE = "Certificate:示例网页开发"


def made_import(data: bytes):
    """What makes the import of a document, as the command does."""
    assert isinstance(data, bytes)
    document = read_here(data)
    file = ImportedFile("made.docx", hashlib.sha256(data).hexdigest(), "9" * 64)
    assert document.kind == DocumentKind.DOCX
    if is_teaching_standard(document):
        teaching = read_teaching_standard(document)
        return lambda answers: TeachingImport(teaching, file, answers)
    skill = read_skill_standard(document)
    return lambda answers: SkillImport(skill, file, answers)


def skill_import(content=None, head=HEAD):
    return made_import(standard_docx(content, head))


async def rows(database, text: str, **params):
    return await database.read(Statement(text, params))


async def whole_graph(database):
    """Every node and link with its values, but for the revision and its log."""
    nodes = (
        "MATCH (n) WHERE NOT n:GraphRevision AND NOT n:GraphChange RETURN labels(n), n.id, properties(n) ORDER BY n.id"
    )
    links = "MATCH (a)-[l]->(b) RETURN a.id, type(l), b.id, properties(l) ORDER BY a.id, type(l), b.id"
    return await rows(database, nodes), await rows(database, links)


async def run_all(database: Database, *texts: str) -> None:
    async def work(writer):
        for text in texts:
            await writer.run(Statement(text))

    await database.write(work)
