// A major as the subject of a fit: one of its documents is measured, the newest standard by default, and the others are offered.
import { choose, link, param } from "../../address";
import type { FitMajorQuery } from "../../generated/answers";
import { Empty } from "../../parts/answer";
import { Code, Crumbs, Data, Mixed, Select, majorLink } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { t } from "../../words";
import { fitWord } from "../../words/fit-subject";
import { targetParams } from "../fit-target";
import { planName } from "./subject";

export type MajorNode = Extract<NonNullable<FitMajorQuery["node"]>, { __typename: "Major" }>;

/** The documents whose courses can be measured: standards, the newest first, then plans. */
const documentsOf = ({ teachingStandards, trainingPlans }: MajorNode): [string, string][] => [
  ...[...teachingStandards].sort((a, b) => b.year - a.year).map((each): [string, string] => [each.id, fitWord("majorByStandard", { y: each.year })]),
  ...trainingPlans.nodes.map((each): [string, string] => [each.id, fitWord("majorByPlan", { name: planName(each) })]),
];

/** The document that is measured; null: there is none. */
export function measuredOf(major: MajorNode): string | null {
  const documents = documentsOf(major);
  return (documents.find(([id]) => id === param("by")) ?? documents[0])?.[0] ?? null;
}

/** Which document is measured, and a choice of the others. */
export function MeasuredBy({ major, measured }: { major: MajorNode; measured: string }) {
  const { nodes, totalCount } = major.trainingPlans;
  return (
    <div class="row measured-by">
      <span>{fitWord("majorOf")}<a href={majorLink(major)}><Data>{major.name}</Data></a> {major.majorKey && <Code>{major.majorKey}</Code>}</span>
      <Select name={fitWord("majorBy")} value={measured} options={documentsOf(major)} onChoose={(by) => choose({ by, at: null, area: null, state: null })} />
      {totalCount > nodes.length && <p class="fine">{fitWord("majorByMore", { n: totalCount, m: nodes.length })}</p>}
    </div>
  );
}

export function NothingToMeasure({ major, target }: { major: MajorNode; target: string }) {
  useTitle(major.name);
  return (
    <>
      <Crumbs items={[{ name: t("fit"), href: link(["fit"]), isData: false }, { name: major.name, href: majorLink(major) }]} />
      <h1><Data>{major.name}</Data> {major.majorKey && <Code>{major.majorKey}</Code>}</h1>
      <Empty title={fitWord("majorWithout")}>
        {fitWord("majorWithoutHelp")}<br />
        <a href={majorLink(major)}><Mixed>{fitWord("majorPage", { name: major.name })}</Mixed></a> · <a href={link(["import", "plan"])}>{fitWord("majorBringPlan")}</a> · <a href={link(["fit"], targetParams(target))}>{t("fitStart")}</a>
      </Empty>
    </>
  );
}
