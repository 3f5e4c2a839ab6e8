"""Suggestions: the ranking against a naive one, what a designer reads, and the judged pairs behind the figures."""

import math
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.suggestions.grounds import common, ground, reason, reason_in_english
from analysis.suggestions.level_gate import gate
from analysis.suggestions.ranking import LENGTH_WEIGHT, SATURATION, Ranking, RequirementTexts
from analysis.suggestions.words import clauses, shared, words
from bench.suggestions.clauses import CLAUSE_PAIRS, MATCHES_NEEDED, clause_kinds, gain
from bench.suggestions.fitting import calibration_error, fit
from bench.suggestions.judged_pairs import PAIRS, SECOND_READING, SEEDS, courses, pairs, requirements, rows
from bench.suggestions.page import PAGE, figures
from resolvers.questions.courses.calibration import CALIBRATION_FILE, as_json, calibration
from resolvers.questions.courses.suggestion_records import COMPARED_TEXT
from resolvers.questions.courses.suggestions import SuggestAlignments

TEXT = st.text(alphabet="数据库技术网络安全会用Java Web，", max_size=12)
WANTED = st.builds(RequirementTexts, text=TEXT, task=TEXT, area=TEXT)


def naive(name: str, wanted: RequirementTexts) -> float:
    """BM25 written from its formula."""
    held = Counter(word for part in wanted.parts for word in words(part))
    size = sum(held.values())
    score = 0.0
    for word in set(words(name)) & set(held):
        many = calibration().frequencies.get(word, calibration().rare)
        rarity = math.log(1 + (calibration().names - many + 0.5) / (many + 0.5))
        norm = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * size / calibration().length
        score += rarity * held[word] * (SATURATION + 1) / (held[word] + SATURATION * norm)
    return score


@given(
    texts=st.lists(st.lists(TEXT, min_size=1, max_size=2), max_size=4),
    wanted=st.lists(WANTED, max_size=5),
    settled=st.sets(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=4),
    least=st.floats(0, 1),
    first=st.integers(1, 5),
)
def test_the_best_are_those_of_a_naive_ranking(texts, wanted, settled, least, first):
    chances = {}
    for course, own in enumerate(texts):
        for place, each in enumerate(wanted):
            score = max(naive(text, each) for text in own)
            chance = calibration().probability(score)
            if score and chance >= least and (course, place) not in settled:
                chances[course, place] = chance

    best = Ranking(wanted, calibration()).best(texts, least=least, first=first, settled=settled)

    expected = sorted(chances.values(), reverse=True)[:first]
    assert [calibration().probability(each.score) for each in best] == pytest.approx(expected)
    for each in best:
        assert calibration().probability(each.score) == pytest.approx(chances[each.course, each.wanted])
        assert each.probability == (None if each.text else calibration().probability(each.score))
        texts_of_course = texts[each.course]
        best_score = max(naive(text, wanted[each.wanted]) for text in texts_of_course)
        assert naive(texts_of_course[each.text], wanted[each.wanted]) == pytest.approx(best_score)


@given(
    texts=st.lists(st.lists(TEXT, min_size=1, max_size=2), max_size=4),
    wanted=st.lists(WANTED, max_size=5),
    first=st.integers(1, 8),
    of_each=st.integers(1, 3),
)
def test_of_each_requirement_the_first_are_kept(texts, wanted, first, of_each):
    ranking = Ranking(wanted, calibration())
    everything = ranking.best(texts, least=0, first=99)

    kept = [
        each
        for place, each in enumerate(everything)
        if [e.wanted for e in everything[:place]].count(each.wanted) < of_each
    ]
    assert ranking.best(texts, least=0, first=first, of_each=of_each) == kept[:first]


def test_a_description_is_parted_at_its_marks_and_numbers():
    assert clauses("①店铺开设。②商品上架；（3）会用HTML，能排版") == ["店铺开设", "商品上架", "会用HTML，能排版"]


def test_equal_pairs_come_in_the_order_given():
    best = Ranking([RequirementTexts("数据库")] * 2, calibration()).best([("数据库",)] * 2, least=0, first=9)

    assert [(each.course, each.wanted) for each in best] == [(0, 0), (0, 1), (1, 0), (1, 1)]


@given(TEXT, TEXT)
def test_what_is_told_to_be_shared_stands_in_both_word_by_word(name, other):
    for piece in shared(name, set(words(other))):
        assert piece in name.casefold()
        assert set(words(piece)) <= set(words(other))


@pytest.mark.parametrize(
    ("name", "wanted", "told", "words_told"),
    [
        ("文档管理", RequirementTexts("会用VSS管理文档", "文档管理"), "EXACT", ("文档管理",)),
        ("Java程序设计", RequirementTexts("按命名规范写Java"), "COMPONENTS", ("java",)),
        ("数据库技术", RequirementTexts("会建立表", "MySQL数据库应用"), "WORDS", ("数据库",)),
    ],
)
def test_the_ground_and_the_words_are_told(name, wanted, told, words_told):
    assert ground(name, wanted) == told
    assert common(name, wanted) == words_told


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("休闲项目策划与营销", "配置帐篷与营位用品", ()),
        ("餐饮管理与服务", "能做好接待与服务", ("服务",)),
        ("网页设计和制作", "网页设计和配色", ("网页设计",)),
        ("学生参与治理", "居民参与调解", ("参与",)),
        ("中式面点和面技术", "能和面", ("和面",)),
        ("基金目的与的士服务", "目的与的", ("目的",)),
    ],
)
def test_only_whole_words_are_told_where_what_joins_them_is_shared(name, other, told):
    assert shared(name, set(words(other))) == told


def test_the_reason_says_so_where_parts_of_words_alone_are_shared():
    wanted = RequirementTexts("配置帐篷与营位用品")

    assert reason("休闲项目策划与营销", wanted) == "没有共同的词，只有相连的字相同。"


def test_the_reason_says_which_words_stand_where():
    wanted = RequirementTexts("会建立表", "MySQL数据库应用", "数据库管理")

    assert reason("数据库技术", wanted) == "“数据库”见于工作任务“MySQL数据库应用”；“数据库”见于工作领域“数据库管理”。"


@pytest.mark.parametrize(
    ("module", "level", "told"),
    [
        ("FOUNDATION", "ELEMENTARY", "FITS"),
        ("CORE", "ELEMENTARY", "DIFFERS"),
        ("CORE", "ADVANCED", "FITS"),
        ("FOUNDATION", "INTERMEDIATE", "DIFFERS"),
        ("EXTENSION", "ADVANCED", "UNKNOWN"),
        (None, "ADVANCED", "UNKNOWN"),
        ("CORE", "", "UNKNOWN"),
    ],
)
def test_the_level_gate_tells_what_the_credit_rule_tells_and_no_more(module, level, told):
    assert gate(module, level) == told


def test_the_fitted_file_and_the_threshold_follow_from_the_judged_pairs():
    made = fit(pairs())

    assert as_json(made) == CALIBRATION_FILE.read_text(encoding="utf-8")
    (default,) = (each.default for each in SuggestAlignments.arguments if each.name == "minProbability")
    assert default == made.threshold


@pytest.mark.slow
def test_the_page_tells_the_figures_of_the_seeds_of_today():
    given = pairs()

    assert "\n".join(figures(given, fit(given))) in PAGE.read_text(encoding="utf-8")


def test_the_judged_pairs_speak_of_what_the_seeds_hold():
    names = {key: each["name"] for key, each in courses().items()}
    known = requirements()
    judged = rows(PAIRS)

    assert len({(each["course"], each["requirement"]) for each in judged}) == len(judged) >= 250
    assert {each["label"] for each in judged} == {"MATCH", "NO_MATCH", "UNSURE"}
    for each in judged:
        assert names[each["course"]] == each["courseName"]
        assert known[each["requirement"]][0].parts[0] == each["requirementText"]


def test_the_second_reading_speaks_of_what_the_seeds_hold():
    names, known = {key: each["name"] for key, each in courses().items()}, requirements()
    read = rows(SECOND_READING)

    assert len({(each["course"], each["requirement"]) for each in read}) == len(read) == 50
    assert all(names[each["course"]] == each["courseName"] and each["requirement"] in known for each in read)


def test_the_clauses_are_real_texts_of_the_seeds_and_too_few_to_carry_a_probability():
    functions = rows(SEEDS / "teaching" / "nodes" / "WorkFunction.csv")
    known = requirements()
    texts = {key: wanted.text for key, (wanted, _) in known.items()} | {each["id"]: each["name"] for each in functions}
    judged = rows(CLAUSE_PAIRS)
    kinds = clause_kinds()

    assert len({(each["clause"], each["requirement"]) for each in judged}) == len(judged) >= 250
    assert all(texts[each["clause"]] == each["clauseText"] for each in judged)
    assert all(texts[each["requirement"]] == each["requirementText"] for each in judged)
    assert {each["first"] for each in judged} == {each["second"] for each in judged} == {"MATCH", "NO_MATCH", "UNSURE"}
    assert [each.name for each in kinds] == [each for each in COMPARED_TEXT.codes if each != "NAME"]
    assert all(sum(pair.is_match for pair in each.pairs) < MATCHES_NEEDED for each in kinds)


def test_the_gain_of_a_curve_is_its_distance_from_the_share_of_matches():
    pairs_of_two = [replace(pairs()[0], name=name, is_match=name == "a") for name in ("a", "b")] * 10

    low, high = gain([float(each.is_match) for each in pairs_of_two], pairs_of_two)

    # Drawn are a and a, or a and b; the share alone has 0 or a quarter.
    assert (low, high) == (0.0, 0.25)


def test_the_calibration_error_is_the_mean_distance_of_bins_from_their_matches():
    """Two pairs in one bin, one of them a match; one pair in another."""
    three = [each for each in pairs() if each.is_match][:2] + [each for each in pairs() if not each.is_match][:1]

    assert calibration_error([0.92, 0.04, 0.06], three) == pytest.approx((0.08 + abs(0.1 - 1)) / 3)


@pytest.mark.parametrize(
    ("said", "english"),
    [
        (
            "“数据库”“应用”见于工作任务“MySQL数据库应用”；“数据库”见于工作领域“数据库管理”。",
            "Words in common: “数据库”, “应用” in the work task “MySQL数据库应用”; “数据库” in the work area “数据库管理”.",
        ),
        (
            "“开发”见于职业技能要求“会按规范开发；会说明。”。",
            "Words in common: “开发” in the skill requirement “会按规范开发；会说明。”.",
        ),
        ("没有共同的词，只有相连的字相同。", "No word in common: only neighbouring characters are the same."),
        (
            "课程目标“能写接口”：“接口”见于工作任务“接口开发”。",
            "Outcome “能写接口”. Words in common: “接口” in the work task “接口开发”.",
        ),
        ("“接口”见于工作任务“接口开发”。教师另注", "“接口”见于工作任务“接口开发”。教师另注"),
        ("《网站开发技术》：课内讲授", "《网站开发技术》：课内讲授"),
    ],
)
def test_a_reason_of_ours_is_said_in_english_and_that_of_a_person_stays(said: str, english: str):
    assert reason_in_english(said) == english


@given(
    texts=st.lists(
        st.sampled_from(["数据库应用", "会开发接口；会测试。", "“引号”内容", "Web（前端）"]), min_size=4, max_size=4
    )
)
def test_each_reason_has_its_english(texts: list[str]):
    said = reason(texts[0], RequirementTexts(*texts[1:]))

    assert reason_in_english(said).startswith(("Words in common: ", "No word in common: "))
