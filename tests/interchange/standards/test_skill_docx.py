"""Skill standards as Word files with what Word can do: numbers it counts itself, frames, text boxes, tracked changes."""

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import cell, docx, numbered, package, paragraph, read_here, table
from tests.interchange.standards.drawn_pages import HEADER
from tests.interchange.standards.made_standards import tree
from tests.interchange.standards.test_skill_layouts import (
    FIRST,
    FOURTH,
    LOW,
    READ,
    SECOND,
    THIRD,
    named,
    of_level,
)

TITLE = paragraph("示例网页开发职业技能等级标准")
LEVEL = paragraph("职业技能等级要求（初级）")
HEAD = [cell(each) for each in HEADER]
ROWS = [
    [cell(FIRST[0], merge="restart"), cell(FIRST[1], merge="restart"), cell(FIRST[2])],
    [cell(merge="continue"), cell(merge="continue"), cell(SECOND[2])],
    [cell(merge="continue"), cell(THIRD[1]), cell(THIRD[2])],
    [cell(each) for each in FOURTH],
]
WHOLE = table(HEAD, *ROWS)


def raw(content):
    """A cell of this XML."""
    return f"<w:tc>{content}</w:tc>"


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def text_box(*blocks):
    """A text box as newer programs write it, with its second form for older ones."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def level_of_list(index, pattern, form="decimal"):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
    f'w:abstractNumId="7">{level_of_list(0, "%1.")}{level_of_list(1, "%1.%2")}{level_of_list(2, "%1.%2.%3")}'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="below">'
    '<w:basedOn w:val="skill"/></w:style><w:style w:styleId="skill"><w:pPr><w:numPr><w:ilvl w:val="2"/>'
    '<w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>'
)


def counted(text, level):
    """A cell with a paragraph that Word numbers."""
    return raw(numbered(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'))


def styled(text):
    return raw(numbered(text, '<w:pStyle w:val="below"/>'))


def with_numbers_of_word():
    body = table(
        HEAD,
        [counted("网页开发", 0), counted("页面编写", 1), styled("能编写页面结构")],
        [cell(), cell(), styled("能校验表单")],
        [cell(), counted("样式设计", 1), styled("能设置字体")],
        [counted("数据存取", 0), counted("数据查询", 1), counted("能查询单表", 2)],
    )
    return package(
        word__document_xml="<w:document "
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{TITLE}{LEVEL}{body}</w:body></w:document>",
        word__numbering_xml=NUMBERING,
        word__styles_xml=STYLES,
    )


DELETED_ROW = f"<w:tr><w:trPr><w:del/></w:trPr>{''.join(cell(each) for each in FIRST)}</w:tr>"
CHANGED = raw(
    f"<w:p><w:ins>{run('1.1.1 ')}</w:ins><w:del><w:r><w:delText>1.1.9 </w:delText></w:r></w:del>{run('能')}"
    f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('编写')}</w:moveTo>{run('页面结构')}</w:p>"
)
HYPHENS = raw(
    "<w:p><w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>1</w:t><w:noBreakHyphen/><w:t>2能校验表单</w:t></w:r></w:p>"
)
RUBY = raw(
    f"<w:p>{run('1.2.1 能')}<w:r><w:ruby><w:rt>{run('shè')}</w:rt><w:rubyBase>{run('设')}</w:rubyBase></w:ruby></w:r>"
    f"{run('置字体')}</w:p>"
)
NESTED = raw(table([cell("1.1.1"), cell("能编写页面结构")], [cell("1.1.2"), cell("能校验表单")]) + paragraph(""))
LAYOUTS = {
    "merged cells": docx(TITLE, LEVEL, WHOLE),
    "a frame around the table": docx(TITLE, table([raw(LEVEL + WHOLE + paragraph(""))])),
    "a frame within a frame": docx(TITLE, table([raw(table([raw(LEVEL + WHOLE)]))])),
    "a text box with heading and table": docx(TITLE, text_box(LEVEL, WHOLE)),
    "the heading in a text box": docx(TITLE, text_box(LEVEL), WHOLE),
    "a table within a cell": docx(
        TITLE, LEVEL, table(HEAD, [cell(FIRST[0]), cell(FIRST[1]), NESTED], [cell(), *ROWS[2][1:]], ROWS[3])
    ),
    "a text box within a cell": docx(
        TITLE, LEVEL, table(HEAD, [*ROWS[0][:2], raw(text_box(paragraph(FIRST[2])))], *ROWS[1:])
    ),
    "tracked changes": docx(
        TITLE,
        LEVEL,
        table(HEAD, [cell(FIRST[0]), cell(FIRST[1]), CHANGED], *([cell(), *each[1:]] for each in ROWS[1:3]), ROWS[3]),
    ),
    "characters of their own": docx(
        TITLE, LEVEL, table(HEAD, ROWS[0], [*ROWS[1][:2], HYPHENS], [*ROWS[2][:2], RUBY], ROWS[3])
    ),
    "numbers that Word counts": with_numbers_of_word(),
}


@pytest.mark.parametrize("data", LAYOUTS.values(), ids=LAYOUTS)
def test_a_word_file_is_read_exactly(data):
    reading = read_skill_standard(read_here(data))

    assert tree(reading) == of_level(LOW)
    assert (named(reading.problems), named(reading.not_read)) == ([], [])


def test_a_row_that_is_deleted_by_a_tracked_change_is_gone():
    body = table(HEAD, *ROWS).replace("</w:tbl>", f"{DELETED_ROW}</w:tbl>")

    assert tree(read_skill_standard(read_here(docx(TITLE, LEVEL, body)))) == of_level(LOW)


def test_a_picture_in_a_word_file_is_reported():
    picture = (
        '<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
        "</w:drawing></w:r></w:p>"
    )
    reading = read_skill_standard(read_here(docx(TITLE, picture, LEVEL, WHOLE)))

    assert tree(reading) == of_level(LOW, READ)
    assert named(reading.not_read) == [("picture", "")]
