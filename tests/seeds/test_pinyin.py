"""Names are found as people type them: by each of their readings, by initials, and with ü as a keyboard has it."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.core import Search
from graph.query.directory import Directory, TypeDirectory
from seeds.pinyin import spellings
from seeds.seed_files import READINGS

EXAMPLES = {
    "大数据与会计": "dashujuyukuaiji",
    "计算机会计": "jisuanjikuaiji",
    "社会计算": "shehuijisuan",
    "公差配合": "gongchapeihe",
    "出差管理": "chuchaiguanli",
    "汽车装调工": "qichezhuangtiaogong",
    "装调运维": "zhuangtiaoyunwei",
    "装配调试员": "zhuangpeitiaoshiyuan",
    "变频调速": "bianpintiaosu",
    "市场调查": "shichangdiaocha",
    "列车调度": "liechediaodu",
    "空调调试": "kongtiaotiaoshi",
    "数字调色": "shuzitiaose",
    "轧制": "zhazhi",
    "连轧板": "lianzhaban",
    "给排水": "jipaishui",
    "藏医": "zangyi",
    "中外传播简史": "zhongwaichuanbojianshi",
    "健康照护师（长期照护师）": "jiankangzhaohushichangqizhaohushi",
    "井巷施工": "jinghangshigong",
    "钢琴弹奏": "gangqintanzou",
    "薄膜": "bomo",
    "伺服系统": "sifuxitong",
    "煤炭重选": "meitanzhongxuan",
    "方法重写": "fangfachongxie",
    "果脯": "guofu",
    "数字校色": "shuzijiaose",
    "学校色彩": "xuexiaosecai",
    "本项目的任务": "benxiangmuderenwu",
    "漯河市": "luoheshi",
    "长治市": "changzhishi",
    "朝阳市": "chaoyangshi",
    "长垣": "changyuan",
    "店长": "dianzhang",
    "阿勒泰地区": "aletaidiqu",
    "锡林郭勒盟": "xilinguolemeng",
    "克孜勒苏": "kezilesu",
    "宜都": "yidu",
}


@pytest.mark.parametrize(("text", "typed"), EXAMPLES.items())
def test_the_first_reading_is_the_right_one(text, typed):
    assert spellings(text)[0] == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("薄膜", ("bomo", "bm", "baomo")),
        ("给排水", ("jipaishui", "jps", "geipaishui", "gps")),
        ("重载", ("zhongzai", "zz", "chongzai", "cz")),
        ("策略", ("celve", "celue", "celyue", "cl")),
        ("旅游", ("lvyou", "luyou", "lyuyou", "lueyou", "ly")),
        ("１＋Ｘ Java（初级）", ("1xjavachuji", "1xjavacj")),
        ("Visual", ()),
    ],
)
def test_all_readings_and_all_ways_to_type_them(text, typed):
    assert spellings(text) == typed


def test_each_line_of_the_table_has_a_syllable_for_each_character_and_no_phrase_stands_twice():
    with READINGS.open(encoding="utf-8", newline="") as lines:
        rows = [(row["text"], row["readings"].split("|")) for row in csv.DictReader(lines)]

    assert [text for text, readings in rows if any(len(each.split()) != len(text) for each in readings)] == []
    assert len({text for text, _ in rows}) == len(rows)
    assert [
        (text, each) for text, readings in rows for each in readings if each.replace(" ", "") not in spellings(text)
    ] == []


# Names of the kind that we have: characters with two readings among others, with Latin letters and signs.
NAMES = st.lists(
    st.sampled_from(
        [*EXAMPLES, "策略", "旅游", "重载", "公钥", "标识", "Java", "1+X", "（初级）", "與", "é", "α", "、"]
    ),
    min_size=1,
    max_size=4,
).map("".join)


@given(NAMES)
def test_a_name_is_found_by_each_of_its_readings_and_initials(name):
    entry = ("Course:1", ((Search.NAME, name),), " ".join(spellings(name)))
    directory = Directory(0, {"Course": TypeDirectory("Course", [entry])})

    missed = [each for each in spellings(name) if not directory.search(each, ["Course"], 1)]

    assert missed == []


@given(st.text(max_size=12))
def test_any_text_has_a_spelling_without_spaces(text):
    assert [each for each in spellings(text) if each != "".join(each.split())] == []
