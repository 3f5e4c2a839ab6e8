"""Texts of standards made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import components, names, normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("会用ＪＡＶＡ（集合）", "会用Java 集合"),
        ("了解，Model1", "了解Model1。"),
        ("Spring MVC", "SpringMVC"),
        ("ORDER_BY", "order by"),
    ],
)
def test_width_case_spaces_and_punctuation_do_not_count(one, other):
    assert normalised(one) == normalised(other)


def test_what_tells_names_apart_is_kept():
    assert len({normalised(each) for each in ("C", "C++", "C#", "MySQL 2.0", "MySQL 20")}) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("掌握单例、工厂、代理、观察者等模式", {"单例", "工厂", "代理", "观察者等模式"}),
        ("会整合Spring、Spring MVC与MyBatis", {"整合", "spring", "springmvc", "mybatis"}),
        ("会写类与对象、修饰符、构造方法和包", {"对象", "修饰符", "构造方法"}),
        ("会用事务与并发机制管理数据库", {"事务", "并发机制管理数据库"}),
        ("能熟练使用C++及C#编写应用程序", {"c++", "c#", "应用程序"}),
        ("会计核算和用户管理", {"会计核算", "用户管理"}),
        ("参与5G基站的合并与普及", {"参与", "5g", "基站的合并", "普及"}),
        ("了解1+X证书制度", {"1+x", "证书制度"}),
        ("按命名规范写Java", {"命名规范", "java"}),
        ("会", set()),
        ("", set()),
    ],
)
def test_components_are_what_a_requirement_names(text, expected):
    assert components(text) == expected


def test_names_are_what_stands_in_latin_letters():
    assert names("会整合Spring MVC与ＭyBatis，懂5G") == {"springmvc", "mybatis", "5g"}
    assert names("会用数组") == frozenset()


WORDS = st.text(alphabet="会用和与及并、，Java5G+#. 集合表", max_size=20)


@given(WORDS)
def test_normalising_twice_changes_nothing_more(text):
    assert normalised(normalised(text)) == normalised(text)


@given(WORDS)
def test_components_are_normalised_and_full_width_forms_give_the_same(text):
    wide = "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)

    assert components(wide) == components(text)
    assert {normalised(each) for each in components(text)} == components(text)
    assert "" not in components(text)
