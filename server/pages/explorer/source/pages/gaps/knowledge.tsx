// Chains of what is known: from what is published to what was reviewed, each step a part of the one before.
import { link } from "../../address";
import { useAnswer } from "../../api";
import KNOWLEDGE from "../../documents/gaps-knowledge.graphql";
import type { GapsKnowledgeQuery, GapsKnowledgeQueryVariables, KnownExtentOf } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Figure } from "../../parts/figure";
import { unique } from "../../parts/small";
import { count, sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { saidOfNational } from "./choices";

interface Step {
  name: string;
  /** Null: no source says how many there are. */
  number: number | null;
  source?: string | undefined;
}

type Extent = GapsKnowledgeQuery["knownExtent"][number];
const CATALOGUE: readonly KnownExtentOf[] = ["MAJORS_SECONDARY", "MAJORS_ASSOCIATE", "MAJORS_BACHELOR"];

/** A sum of which a part is unknown is unknown. */
const sumOrNull = (numbers: readonly (number | null | undefined)[]): number | null =>
  numbers.length === 0 || numbers.some((each) => each == null) ? null : numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
const sourceOf = (extent: Extent | undefined): string | undefined => extent?.statistic?.sources[0]?.code;

function certificateSteps(extents: readonly Extent[]): Step[] {
  const [certificates, standards] = (["CERTIFICATES", "SKILL_STANDARDS"] as const).map((of) => extents.find((each) => each.of === of));
  return [
    { name: g("chainPublished"), number: certificates?.published ?? null, source: sourceOf(certificates) },
    { name: g("chainGathered"), number: certificates?.gathered ?? null },
    { name: g("chainStandard"), number: standards?.gathered ?? null },
  ];
}

function majorSteps(extents: readonly Extent[], cube: GapsKnowledgeQuery["coverageCube"]): Step[] {
  const catalogue = extents.filter((each) => CATALOGUE.includes(each.of));
  const rows = unique(cube?.rows ?? [], (each) => each.major ?? "");
  return [
    { name: g("chainMajors"), number: sumOrNull(catalogue.map((each) => each.published)), source: sourceOf(catalogue[0]) },
    { name: g("chainMajorsHere"), number: sumOrNull(catalogue.map((each) => each.gathered)) },
    { name: g("chainTeaching"), number: extents.find((each) => each.of === "TEACHING_STANDARDS")?.gathered ?? null },
    { name: g("chainComparable"), number: rows.filter((each) => each.requirements).length },
    { name: g("chainReviewed"), number: rows.filter((each) => each.requirements && (each.unknown ?? 0) < each.requirements).length },
  ];
}

function planSteps({ plans, trainingPlans }: GapsKnowledgeQuery): Step[] {
  const rows = (plans?.rows ?? []).filter((each) => each.requirements);
  return [
    { name: g("chainPlans"), number: trainingPlans.totalCount },
    { name: g("chainComparable"), number: rows.length },
    { name: g("chainReviewed"), number: rows.filter((each) => (each.unknown ?? 0) < (each.requirements ?? 0)).length },
  ];
}

function Chain({ steps, name }: { steps: readonly Step[]; name: string }) {
  const most = Math.max(1, ...steps.map((each) => each.number ?? 0));
  return (
    <ol class="chain" aria-label={name}>
      {steps.map((each) => (
        <li key={each.name}>
          <span>{each.source ? <a href={link(["sources", each.source])}>{each.name}</a> : each.name}</span>
          <span class="bar" aria-hidden="true">{each.number !== null && <><span class="part part-known" style={{ width: `${(100 * each.number) / most}%` }} />{each.number < most && <span class="part part-UNKNOWN grow" />}</>}</span>
          <b class="number">{each.number === null ? t("totalUnpublished") : count(each.number)}</b>
        </li>
      ))}
    </ol>
  );
}

export function Knowledge() {
  const answer = useAnswer<GapsKnowledgeQuery, GapsKnowledgeQueryVariables>(KNOWLEDGE, {});
  return (
    <Shown answer={answer}>
      {(known) => {
        const { knownExtent, coverageCube } = known;
        const chains = [[t("certificates"), certificateSteps(knownExtent)], [t("majors"), majorSteps(knownExtent, coverageCube)], [g("gapsPlans"), planSteps(known)]] as const;
        return (
          <Figure id="gaps-knowledge" title={g("chainTitle")} lead={sentences(g("chainLead"), ...saidOfNational())} query={KNOWLEDGE} variables={{}} table={{ columns: { of: t("kindColumn"), step: t("name"), number: t("countColumn") }, rows: chains.flatMap(([of, steps]) => steps.map(({ name, number }) => [of, name, number])) }}>
            {chains.map(([name, steps]) => <Chain key={name} name={name} steps={steps} />)}
          </Figure>
        );
      }}
    </Shown>
  );
}
