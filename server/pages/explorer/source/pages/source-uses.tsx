// What rests on a source: how many facts of each kind name it, and the first of them.
import { language, link } from "../address";
import { useAnswer } from "../api";
import SOURCE_USES from "../documents/source-uses.graphql";
import type { SourceUsesQuery, SourceUsesQueryVariables } from "../generated/answers";
import { Empty, Shown } from "../parts/answer";
import { Figure } from "../parts/figure";
import { Data } from "../parts/small";
import { count, t } from "../words";
import { kindOf, relationOf } from "../words/kinds";
import { token } from "./review/decisions";

type Use = NonNullable<SourceUsesQuery["sourceUses"]>[number];
type Example = Use["examples"][number];
type End = Example["node"];

/** What the explorer has a page for, or shows on the page of the whole; the short link of a node leads there. */
const SHOWN = new Set(["Major", "Certificate", "Course", "SkillRequirement", "WorkTask", "College", "Province", "TrainingPlan", "Policy",
  "TeachingStandard", "SkillStandard", "StandardLevel", "CertificateLevel", "PlanCourse"]);

function Named({ end }: { end: End }) {
  const name = <Data>{end.distinctName}</Data>;
  return SHOWN.has(end.__typename) ? <a href={link(["s", end.slug])}>{name}</a> : name;
}

/** A statement is named by the two things that it joins. */
const Line = ({ example: { node, to } }: { example: Example }) => <li><Named end={node} />{to && <> → <Named end={to} /></>}</li>;

const wordOf = ({ type, isRelationship }: Use): string => (isRelationship ? relationOf(type) : kindOf(type)) ?? type;

const UseRow = ({ use }: { use: Use }) => (
  <details class="folded use">
    <summary>{wordOf(use)} <b class="number">{count(use.total)}</b></summary>
    <ul class="plain-list">{use.examples.map((each) => <Line key={`${each.node.id} ${each.to?.id ?? ""}`} example={each} />)}</ul>
    {use.examples.length < use.total && <p class="fine">{t("shown", { a: use.examples.length, b: count(use.total) })}</p>}
  </details>
);

const Group = ({ title, uses }: { title: string; uses: readonly Use[] }) =>
  uses.length === 0 ? null : <><h3>{title}</h3>{uses.map((each) => <UseRow key={each.type} use={each} />)}</>;

function Uses({ uses, variables }: { uses: readonly Use[]; variables: SourceUsesQueryVariables }) {
  if (uses.length === 0) return <section class="card dotted"><Empty title={t("restsNone")}>{t("restsNoneHelp")}</Empty></section>;
  return (
    <Figure id="source-uses" title={t("rests")} lead={t("restsLead")} query={SOURCE_USES} variables={variables}
      table={{ columns: { kind: t("kindColumn"), type: t("nameInApi"), total: t("countColumn") }, rows: uses.map((each) => [wordOf(each), each.type, each.total]) }}>
      <Group title={t("restsNodes")} uses={uses.filter((each) => !each.isRelationship)} />
      <Group title={t("restsLinks")} uses={uses.filter((each) => each.isRelationship)} />
    </Figure>
  );
}

export function SourceUses({ source }: { source: string }) {
  const variables: SourceUsesQueryVariables = { source, language: language.value === "en" ? "ENGLISH" : "CHINESE" };
  const answer = useAnswer<SourceUsesQuery, SourceUsesQueryVariables>(SOURCE_USES, variables, token.value);
  return <Shown answer={answer} rows={4}>{({ sourceUses }) => <Uses uses={sourceUses ?? []} variables={variables} />}</Shown>;
}
