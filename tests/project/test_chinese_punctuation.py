"""Chinese texts of the program have full-width brackets, commas and colons, wherever they are written."""

import ast
import csv
import json
import re
from collections.abc import Iterator

from tests.project.test_messages import FILES, ROOT, messages

SOURCE = ROOT / "server" / "pages" / "explorer" / "source"
RULES = ROOT / "seeds" / "data" / "rules" / "nodes" / "Rule.csv"
HAN = r"[\u3400-\u9fff]"
# A value that is filled in stands for what may be Chinese.
VALUE = "□"
HALF_WIDTH = re.compile(rf"{HAN} ?[()]|[()] ?{HAN}|{HAN}[,:;?!]({HAN}|{VALUE})|{VALUE}[,:;?!]{HAN}")
# What is typed as it stands: code, and the form of an answer.
TYPED = re.compile(r"`[^`]*`|“[^”]*:[^”]*”|'[^']*=[^']*'")
PATTERN = re.compile(r"\(\?|\\[dwsb.(]|\]\?|\)\?|[|^$*]|\.\{")


def text_of(node: ast.AST) -> str:
    """Give a text with its values as signs; empty where it is none."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(each) or VALUE for each in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_chinese(text: str) -> bool:
    return len(re.findall(HAN, text)) > len(re.findall("[A-Za-z]+", text)) and not PATTERN.search(text)


def chinese_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give the Chinese texts that stand next to an English one."""
    for parts in messages(tree):
        texts = [text_of(each) for each in parts]
        if any(len(re.findall("[A-Za-z]{2,}", each)) > 1 and not re.search(HAN, each) for each in texts):
            yield from ((node.lineno, each) for node, each in zip(parts, texts, strict=True) if is_chinese(each))


def half_width(text: str) -> bool:
    return HALF_WIDTH.search(TYPED.sub("", text)) is not None


def test_no_message_has_half_width_signs_in_chinese() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}": text
        for path in FILES
        for line, text in chinese_texts(ast.parse(path.read_text(encoding="utf-8")))
        if half_width(text)
    }

    assert found == {}


def test_no_word_of_the_pages_has_half_width_signs_in_chinese() -> None:
    words = {
        f"{path.name}: {line.strip()}": text
        for path in sorted((SOURCE / "words").glob("*.ts"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', line.partition("// ")[0])
        if is_chinese(text)
    }
    read = json.loads((SOURCE / "words" / "reading.json").read_text(encoding="utf-8"))
    words |= {code: each["zh"] for code, each in read.items()}

    assert len(words) > 1000
    assert {where: text for where, text in words.items() if half_width(re.sub(r"\{\w+\}", VALUE, text))} == {}


def test_no_rule_is_named_with_a_half_width_colon() -> None:
    with RULES.open(encoding="utf-8", newline="") as opened:
        items = {row["item"] for row in csv.DictReader(opened) if row["document"]}

    assert "形势与政策：学分" in items
    assert [each for each in items if ":" in each] == []


def test_half_width_signs_are_found_next_to_chinese_and_to_values() -> None:
    code = (
        'A("Not one (of these).", f"都不是(none)"), B("a line of it", f"第 {n} 行:{x}"), C("write a:b", "写成“甲:乙”")'
    )

    assert [text for _, text in chinese_texts(ast.parse(code)) if half_width(text)] == ["都不是(none)", "第 □ 行:□"]
