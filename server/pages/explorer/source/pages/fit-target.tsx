// What a fit is measured against: a certificate, or one of its levels; by the newest version of each level, or by one version of its standard.
import { choose, param } from "../address";
import { LEVELS, type Level, Select } from "../parts/small";
import { t } from "../words";
import { fitWord } from "../words/fit-subject";

interface Standard {
  id: string;
  version: string;
  levels: readonly { level: Level }[];
}

const hasLevel = (standards: readonly Standard[], level: Level): boolean => standards.some((each) => each.levels.some((one) => one.level === level));

/** The versions that count: the one that the address names, else all. */
const countedOf = (standards: readonly Standard[]): readonly Standard[] => {
  const named = standards.filter((each) => each.id === param("standard"));
  return named.length > 0 ? named : standards;
};

/** The level that the address names, if the standard has it; null: the whole certificate. */
export const targetLevel = (standards: readonly Standard[]): Level | null =>
  LEVELS.find((each) => each === param("level") && hasLevel(countedOf(standards), each)) ?? null;

/** What names the target in an address: it stays while the subject is changed. */
export const targetParams = (target: string) => ({ target, level: param("level"), standard: param("standard") });

/** What is measured, decided on and proposed for: a certificate or, where the address names one, a version of its standard. */
export const measuredTarget = <Target extends string | null>(target: Target): string | Target => param("standard") ?? target;

/** A certificate with the level that the address names and, where it names one, the version whose requirements are shown. */
export function targetName({ name, skillStandards }: { name: string; skillStandards: readonly Standard[] }, versions: readonly string[]): string {
  const [level, version] = [targetLevel(skillStandards), param("standard") && versions[0]];
  return [name, ...(level ? [t(level)] : []), ...(version ? [t("countedVersions", { v: version })] : [])].join(" · ");
}

/** One level in place of all, one version in place of the newest. */
export function TargetChoice({ target, standards }: { target: string; standards: readonly Standard[] }) {
  const levels = LEVELS.filter((each) => hasLevel(countedOf(standards), each));
  const named = LEVELS.find((each) => each === param("level"));
  const lacking = named && !levels.includes(named) ? named : null;
  const chooseVersion = (standard: string): void => {
    const chosen = standards.filter((each) => !standard || each.id === standard);
    choose({ target, standard, level: named && !hasLevel(chosen, named) ? null : param("level"), area: null, at: null });
  };
  if (levels.length < 2 && standards.length < 2 && !lacking) return null;
  return (
    <div class="row target-choice">
      {levels.length > 1 && <Select name={fitWord("targetLevel")} value={targetLevel(standards) ?? ""} options={[["", fitWord("targetWhole")], ...levels.map((each) => [each, t(each)] as const)]} onChoose={(level) => choose({ target, level, area: null, at: null })} />}
      {standards.length > 1 && <Select name={fitWord("targetVersion")} value={param("standard") ?? ""} options={[["", fitWord("targetNewest")], ...standards.map((each) => [each.id, t("countedVersions", { v: each.version })] as const)]} onChoose={chooseVersion} />}
      {lacking && <p class="fine">{fitWord("targetLacks", { l: t(lacking) })}</p>}
    </div>
  );
}
