"""A version of a standard that the graph has already: refused, or made official where only our wording differs."""

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.code_words import CERTIFICATE_LEVELS, chinese_of
from graph.model import MODEL
from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import StandardExistsError
from interchange.standard_imports.imported_facts import ImportedFacts, stated
from interchange.standard_imports.versions_there import name_of
from interchange.standards.skill.skill_standard import SkillStandardReading

# What is compared of each node of the tree, by its type.
TEXTS = {"WorkArea": "name", "WorkTask": "name", "SkillRequirement": "text"}
# By type, level and code.
_Key = tuple[str, str, str]


class KnownVersion:
    """What the graph has of one version of a standard, and which other versions it has."""

    def __init__(
        self, standard: dict[str, Any] | None, tree: dict[_Key, dict[str, Any]], others: tuple[str, ...]
    ) -> None:
        self._standard = standard
        self._tree = tree
        self.others = others

    @classmethod
    async def read(cls, run: Run, code: str, version: str) -> "KnownVersion":
        """Read it."""
        params = {"code": code, "version": version}
        standards = await run(
            Statement("MATCH (s:SkillStandard) WHERE s.code = $code RETURN s.version, s.id, properties(s)", params)
        )
        tree: dict[_Key, dict[str, Any]] = {}
        for label in TEXTS:
            text = (
                f"MATCH (n:{label}) WHERE n.standardCode = $code AND n.standardVersion = $version RETURN properties(n)"
            )
            for (values,) in await run(Statement(text, params)):
                tree[label, values["level"], values["code"]] = values
        there = next((values for each, _, values in standards if each == version), None)
        return cls(there, tree, tuple(sorted(node_id for each, node_id, _ in standards if each != version)))

    @property
    def exists(self) -> bool:
        """Whether the graph has this version."""
        return self._standard is not None

    @property
    def before(self) -> dict[str, Any] | None:
        """The values of the standard before the import; None: it is new."""
        return stated("SkillStandard", self._standard)

    def make_official(self, reading: SkillStandardReading, facts: ImportedFacts) -> str:
        """Put the official texts in the place of our abridged ones; ids, and so alignments, stay.

        Raises: StandardExistsError where anything else differs, or where nothing is abridged.
        """
        standard = self._standard or {}
        texts = dict(_texts(reading))
        own = set(_in_other_words(reading))
        differences = list(self._differences(texts))
        # What a person wrote otherwise than the document is no official text either.
        abridged = [key for key, values in self._tree.items() if values.get("wording") == "ABRIDGED" and key not in own]
        if differences or not abridged:
            raise StandardExistsError(standard["id"], name_of("SkillStandard", standard), differences)
        head = reading.head
        stated = {"year": head.year, "higherLevelsInclude": head.higher_levels_include}
        new = {name: value for name, value in stated.items() if value is not None}
        facts.node("SkillStandard", {**standard, **new, **facts.rests_on(standard)})
        for key in abridged:
            values = self._tree[key]
            facts.node(key[0], {**values, "text": texts[key], "wording": "OFFICIAL", **facts.rests_on(values)})
        return str(standard["id"])

    def _differences(self, texts: Mapping[_Key, str]) -> Iterator[tuple[str, str]]:
        for label, level, code in sorted(texts.keys() ^ self._tree.keys()):
            en, zh = f"{label} {level} {code}", _in_chinese(label, level, code)
            if (label, level, code) in texts:
                yield f"{en} is in the document alone", f"{zh} 仅见于文档"
            else:
                yield f"{en} is in the graph alone", f"{zh} 仅见于图中"
        for key in sorted(texts.keys() & self._tree.keys()):
            values = self._tree[key]
            is_ours = values.get("wording") == "ABRIDGED"
            if not is_ours and fold(values[TEXTS[key[0]]]) != fold(texts[key]):
                yield f"{' '.join(key)} reads otherwise: {texts[key]}", f"{_in_chinese(*key)} 文字不同：{texts[key]}"


def _in_chinese(label: str, level: str, code: str) -> str:
    return f"{MODEL.node_types[label].term} {chinese_of(CERTIFICATE_LEVELS, level)} {code}"


def _in_other_words(reading: SkillStandardReading) -> Iterator[_Key]:
    """Name the requirements that a person wrote otherwise than the document."""
    for each in reading.levels:
        for task in (task for area in each.areas for task in area.tasks):
            yield from (("SkillRequirement", each.level, one.code) for one in task.requirements if not one.is_printed)


def _texts(reading: SkillStandardReading) -> Iterator[tuple[_Key, str]]:
    for each in reading.levels:
        for area in each.areas:
            yield ("WorkArea", each.level, area.code), area.name
            for task in area.tasks:
                yield ("WorkTask", each.level, task.code), task.name
                for requirement in task.requirements:
                    yield ("SkillRequirement", each.level, requirement.code), requirement.text
