"""Which certificates a plan names: what edits of its target certificates add to these, and take from them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analysis.training_plans.certificate_spellings import spellings
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanValues
from graph.model import MODEL
from graph.query.folding import fold

# Values of a tree that are no properties: links of the plan or a line to certificates, and the level and the
# certificate of a target certificate.
CERTIFICATES, LEVEL, CERTIFICATE = "certificates", "certificateLevel", "certificate"
NAMED = "PLAN_NAMES_CERTIFICATE"
# A link of the plan keeps its sources too.
NAMED_VALUES = ("certificateLevel", "sourceIds")

_Targets = Mapping[str, PlanValues]


def with_named(tree: PlanTree, rows: Iterable[Sequence[Any]]) -> PlanTree:
    """Give a tree as it is read with its certificates: rows of id, name, other spellings and values of the link."""
    found = sorted(rows, key=lambda each: str(each[0]))
    ids = {fold(name): row[0] for row in found for name in (row[1], *(row[2] or ()))}

    def tied(target: PlanValues) -> dict[str, Any]:
        of_name = next((ids[key] for each in spellings(target["name"]) if (key := fold(each)) in ids), None)
        return _without_null({**target, CERTIFICATE: _certificate_of(target.get(LEVEL)) or of_name})

    links = [[row[0], *row[3:]] for row in found]
    plan = {**tree.plan, CERTIFICATES: links or None}
    return tree._replace(plan=_without_null(plan), targets={key: tied(each) for key, each in tree.targets.items()})


def with_certificates(before: PlanTree, plan: PlanValues, targets: _Targets) -> tuple[PlanValues, _Targets]:
    """Tie targets that are new or called otherwise to a certificate and its level, and the plan to the certificate."""
    links = {each[0]: list(each) for each in before.plan.get(CERTIFICATES) or ()}
    after = {key: _tied(before.targets.get(key), each, links) for key, each in targets.items()}
    for certificate in dict.fromkeys(_certificates([*before.targets.values(), *after.values()])):
        old, new = _levels(before.targets, certificate), _levels(after, certificate)
        link = links.get(certificate)
        if old and not new:
            links.pop(certificate, None)
        elif (link is None and old != new) or (link and link[1] in old and link[1] not in new):
            links[certificate] = [certificate, next(filter(None, new), None), []]
    return _without_null({**plan, CERTIFICATES: sorted(links.values()) or None}), after


def _tied(old: PlanValues | None, target: PlanValues, links: Mapping[str, Any]) -> PlanValues:
    is_called_so = old is not None and old["name"] == target["name"]
    if is_called_so and old is not None and old.get("level") == target.get("level"):
        return target
    names = [f"Certificate:{each}" for each in spellings(target["name"])]
    certificate = (target.get(CERTIFICATE) if is_called_so else None) or next(filter(links.get, names), names[0])
    return _without_null({**target, CERTIFICATE: certificate, LEVEL: _level_of(certificate, target.get("level"))})


def _certificates(targets: Iterable[PlanValues]) -> Iterator[str]:
    return (each[CERTIFICATE] for each in targets if each.get(CERTIFICATE) is not None)


def _levels(targets: _Targets, certificate: str) -> list[str | None]:
    return [each.get("level") for each in targets.values() if each.get(CERTIFICATE) == certificate]


def _certificate_of(level: str | None) -> str | None:
    return f"Certificate:{level.partition(':')[2].rpartition(':')[0]}" if level else None


def _level_of(certificate: str, level: str | None) -> str | None:
    """Give the id that a level of a certificate has, if the graph has it."""
    values = {"certificateName": certificate.partition(":")[2], "level": level}
    return MODEL.node_types["CertificateLevel"].id_of(values) if level else None


def _without_null(values: PlanValues) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
