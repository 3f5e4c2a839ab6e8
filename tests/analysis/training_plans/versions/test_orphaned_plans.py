"""What a plan no longer rests on: small cases with whole answers, and a second reading of the rules on random ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.versions.orphaned_plans import (
    CatalogueEdition,
    DatedFact,
    ListedMajor,
    OrphanReason,
    PlanCertificate,
    PlanGrounds,
    PlanMajor,
    Replacement,
    StandardVersion,
    orphan_reasons,
)

EDITIONS = [CatalogueEdition(each, each) for each in ("2015", "2021", "before-2021", "undergraduate")]
NOW, IN_2021 = "2026-01-01", "2021-06-01"
KEPT = DatedFact("2019-01-01", None, "证书")


def grounds(edition="2021", successors=(), namesakes=(), **more):
    major = PlanMajor(edition, successors, namesakes, "专业")
    return PlanGrounds(2020, [major], (), None, ())._replace(**more)


def certificate(fact=KEPT, replacements=(), levels=(), standards=()):
    return PlanCertificate(fact, replacements, levels, standards)


def version(year, code="1", valid_from=None, valid_to=None):
    return StandardVersion(code, year, valid_from, valid_to, year)


def reasons(plan, day=NOW):
    return [tuple(each) for each in orphan_reasons(plan, EDITIONS, day)]


def test_a_major_of_the_edition_in_force_and_certificates_in_force_are_no_reason():
    assert reasons(grounds(certificates=[certificate()])) == []


def test_a_major_of_a_former_edition_is_replaced_recoded_or_not_listed_and_within_the_year_it_is_not_known():
    successor, namesake = ListedMajor("2021", None, "承接"), ListedMajor("2021", None, "同名")

    assert reasons(grounds("2015", [successor], [namesake])) == [("MAJOR_REPLACED", True, "承接")]
    assert reasons(grounds("2015", (), [namesake])) == [("MAJOR_RECODED", True, "同名")]
    assert reasons(grounds("2015")) == [("MAJOR_NOT_LISTED", True, "2021")]
    assert reasons(grounds("before-2021"), IN_2021) == [("MAJOR_NOT_LISTED", False, "2021")]
    assert reasons(grounds("2015", [successor]), "2020-12-31") == []


def test_a_supplement_of_the_same_edition_replaces_a_major_from_the_next_year_on():
    found = [reasons(grounds(successors=[ListedMajor("2021", year, "新")])) for year in (2024, 2026, None, 2027)]

    assert found == [
        [("MAJOR_REPLACED", True, "新")],
        [("MAJOR_REPLACED", False, "新")],
        [("MAJOR_REPLACED", False, "新")],
        [],
    ]


def test_a_major_that_is_not_matched_or_of_an_edition_without_year_is_unknown():
    assert reasons(grounds(majors=())) == [("MAJOR_NOT_MATCHED", False, None)]
    assert reasons(grounds("undergraduate")) == [("EDITION_NOT_DATED", False, "专业")]


def test_certificates_end_are_replaced_or_have_no_day():
    ended = certificate(DatedFact(None, "2026-01-01", "止"))
    replaced = certificate(
        DatedFact(None, None, "旧"),
        [Replacement("2025-05-01", "新"), Replacement(None, "或"), Replacement("2027-01-01", "后")],
    )
    level = certificate(levels=[DatedFact(None, "2025-01-01", "级"), DatedFact(None, "2026-01-02", "未止")])

    assert reasons(grounds(certificates=[ended, replaced, certificate(DatedFact(None, None, "不详")), level])) == [
        ("CERTIFICATE_ENDED", True, "止"),
        ("CERTIFICATE_REPLACED", True, "新"),
        ("CERTIFICATE_REPLACED", False, "或"),
        ("CERTIFICATE_NOT_DATED", False, "不详"),
        ("LEVEL_ENDED", True, "级"),
    ]


def test_a_standard_is_replaced_by_a_version_after_the_students_entered():
    def of(*standards, **more):
        return reasons(grounds(certificates=[certificate(standards=standards)], **more))

    assert of(version(2019), version(2022)) == [("STANDARD_REPLACED", True, 2022)]
    assert of(version(2019), version(2026)) == [("STANDARD_REPLACED", False, 2026)]
    assert of(version(2019), version(2026, valid_from="2026-01-01")) == [("STANDARD_REPLACED", True, 2026)]
    assert of(version(2022)) == [("STANDARD_REPLACED", False, 2022)]
    assert of(version(2019, valid_to="2025-01-01")) == [("STANDARD_ENDED", True, 2019)]
    assert of(version(2019), version(2022, "2"), entry_year=None) == []
    assert of(version(2019), version(2022), entry_year=None) == [("STANDARD_REPLACED", False, 2022)]


def test_a_base_standard_is_replaced_by_a_later_one_and_without_a_base_it_is_not_known():
    old, new = version(2019, ""), version(2025, "")

    assert reasons(grounds(base=old, standards=[old, new])) == [("BASE_STANDARD_REPLACED", True, 2025)]
    assert reasons(grounds(base=new, standards=[old, new])) == []
    assert reasons(grounds(standards=[old, new])) == [("BASE_STANDARD_REPLACED", False, 2025)]
    assert reasons(grounds(standards=[old, new]), "2025-06-01") == [("BASE_STANDARD_REPLACED", False, 2025)]
    assert reasons(grounds(base=old, standards=[old, new]), "2024-06-01") == []


YEARS = st.integers(2018, 2027)
DAYS = st.builds(lambda year, month: f"{year}-{month:02}-15", YEARS, st.integers(1, 12))
MAYBE_DAYS = st.none() | DAYS


@st.composite
def any_grounds(draw):
    edition = draw(st.sampled_from(["2015", "2021", "before-2021", "undergraduate"]))
    listed = st.builds(ListedMajor, st.sampled_from(["2015", "2021"]), st.none() | YEARS, st.just("专业"))
    versions = st.lists(st.builds(version, st.none() | YEARS, st.just(""), st.just(None), MAYBE_DAYS), max_size=3)
    certificates = st.builds(
        certificate,
        st.builds(DatedFact, MAYBE_DAYS, MAYBE_DAYS, st.just("证书")),
        st.lists(st.builds(Replacement, MAYBE_DAYS, st.just("新")), max_size=2),
        st.lists(st.builds(DatedFact, MAYBE_DAYS, MAYBE_DAYS, st.just("级")), max_size=2),
    )
    return grounds(
        edition,
        draw(st.lists(listed, max_size=2)),
        draw(st.lists(listed, max_size=2)),
        entry_year=draw(st.none() | YEARS),
        certificates=draw(st.lists(certificates, max_size=2)),
        standards=draw(versions),
    )


@pytest.mark.slow
@given(plan=any_grounds(), day=DAYS, later=DAYS)
def test_what_is_known_to_have_gone_by_a_day_is_gone_by_every_later_one(plan, day, later):
    """A day later never makes a known reason disappear, whatever its node then is."""
    first, second = sorted((day, later))

    def known(at):
        kinds = [each.code for each in orphan_reasons(plan, EDITIONS, at) if each.is_known]
        return {"MAJOR" if each.startswith("MAJOR") else each for each in kinds}

    assert known(first) <= known(second)


@pytest.mark.slow
@given(plan=any_grounds(), day=DAYS)
def test_the_reasons_are_those_that_a_second_reading_finds(plan, day):
    """For every year in which an undated document may have begun, it is looked at whether the plan has lost it."""

    def ended(fact):
        return fact.valid_to is not None and fact.valid_to <= day

    wanted = []
    for each in plan.certificates:
        replaced = [one for one in each.replacements if one.since is None or one.since <= day]
        wanted += [OrphanReason("CERTIFICATE_ENDED", True, "证书")] * ended(each.fact)
        wanted += [OrphanReason("CERTIFICATE_REPLACED", one.since is not None, "新") for one in replaced]
        silent = not replaced and (each.fact.valid_from, each.fact.valid_to) == (None, None)
        wanted += [OrphanReason("CERTIFICATE_NOT_DATED", False, "证书")] * silent
        wanted += [OrphanReason("LEVEL_ENDED", True, "级") for one in each.levels if ended(one)]
    found = orphan_reasons(plan, EDITIONS, day)
    assert [each for each in found if each.code.startswith(("CERTIFICATE", "LEVEL"))] == wanted

    year = int(day[:4])
    edition = plan.majors[0].edition
    # In the year of an edition it may or may not have begun: both are tried.
    worlds = {edition in ("2015", "before-2021") and begun >= 2021 for begun in {year - 1, year}}
    of_major = {each.is_known for each in found if each.code in ("MAJOR_RECODED", "MAJOR_NOT_LISTED")}
    is_replaced = any(each.code == "MAJOR_REPLACED" for each in found)
    if edition != "undergraduate" and True in worlds and not is_replaced:
        assert of_major == {worlds == {True}}
    elif True not in worlds:
        assert of_major == set()


def test_reasons_carry_what_the_caller_wants_to_find_again():
    tag = object()
    (found,) = orphan_reasons(grounds(certificates=[certificate(DatedFact(None, "2020-01-01", tag))]), EDITIONS, NOW)

    assert found == OrphanReason("CERTIFICATE_ENDED", True, tag)
