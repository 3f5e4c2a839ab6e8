// Release by release: what each held, and how far coverage had been reviewed by its day.
import { link } from "../../address";
import { useAnswer } from "../../api";
import DAYS from "../../documents/gaps-days.graphql";
import RELEASES from "../../documents/gaps-releases.graphql";
import type { GapsDaysQuery, GapsDaysQueryVariables, GapsReleasesQuery, GapsReleasesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, type Counts, boundsText, countsOf } from "../../parts/coverage";
import { Figure, type Table } from "../../parts/figure";
import { countOf } from "../../parts/release-counts";
import { Code, unique } from "../../parts/small";
import { type Word, count, day, t } from "../../words";
import { cubeVariables } from "./choices";

type Release = GapsReleasesQuery["releases"]["nodes"][number];

const KINDS = { SkillStandard: "trendStandards", SkillRequirement: "trendRequirements", TeachingStandard: "trendTeaching", TrainingPlan: "trendPlans", Alignment: "trendAlignments", Review: "trendReviews" } as const satisfies Record<string, Word>;
/** Of as many days coverage is asked for: each is a question of its own. */
const PLACES = ["a", "b", "c", "d"] as const;

/** Coverage by what had been decided on each of the days, latest first. */
function useDays(days: readonly string[]): ReadonlyMap<string, Counts> {
  const { filter, through } = cubeVariables();
  const asked = days.slice(0, PLACES.length);
  const filterOf = (at: number) => ({ ...filter, asOf: asked[Math.min(at, asked.length - 1)] ?? null });
  const variables = asked.length > 0 ? { a: filterOf(0), b: filterOf(1), c: filterOf(2), d: filterOf(3), through } : null;
  const { data } = useAnswer<GapsDaysQuery, GapsDaysQueryVariables>(DAYS, variables);
  const found = asked.map((each, at) => [each, data?.[PLACES[at] ?? "a"]?.rows[0]] as const);
  return new Map(found.flatMap(([each, row]) => (row?.requirements ? [[each, countsOf(row)] as const] : [])));
}

const held = (release: Release, kind: string): number | undefined => new Map(release.counts.map(countOf)).get(kind);

function tableOf(releases: readonly Release[], days: ReadonlyMap<string, Counts>): Table {
  return {
    columns: [t("release"), t("loadedAt"), ...Object.values(KINDS).map((each) => t(each)), t("trendCoverage")],
    rows: releases.map((each) => {
      const counts = days.get(day(each.loadedAt));
      return [each.name, day(each.loadedAt), ...Object.keys(KINDS).map((kind) => held(each, kind)), counts && boundsText(counts)];
    }),
  };
}

function Row({ release, counts }: { release: Release; counts: Counts | undefined }) {
  return (
    <tr>
      <th scope="row"><a href={link(["releases", release.name])}><Code>{release.name}</Code></a> <span class="fine">{day(release.loadedAt)}</span></th>
      {Object.keys(KINDS).map((kind) => <td key={kind} class="number">{count(held(release, kind))}</td>)}
      <td>{counts ? <><Bounds counts={counts} /><Bar counts={counts} size="s" about={release.name} /></> : <span class="fine">{t("unknown")}</span>}</td>
    </tr>
  );
}

function Releases({ releases }: { releases: readonly Release[] }) {
  const dates = unique(releases.map((each) => day(each.loadedAt)), (each) => each);
  const days = useDays(dates);
  return (
    <Figure id="gaps-trend" title={t("trendTitle")} lead={t("trendLead", { n: PLACES.length })} query={RELEASES} variables={{}} table={tableOf(releases, days)}>
      <div class="scroll" role="region" aria-label={t("tableOf", { name: t("trendTitle") })} tabIndex={0}>
        <table class="lined">
          <thead><tr><th scope="col">{t("release")}</th>{Object.values(KINDS).map((each) => <th key={each} scope="col" class="number">{t(each)}</th>)}<th scope="col">{t("trendCoverage")}</th></tr></thead>
          <tbody>{releases.map((each) => <Row key={each.name} release={each} counts={days.get(day(each.loadedAt))} />)}</tbody>
        </table>
      </div>
      {releases.length < 2 && <p class="fine">{t("trendOne")}</p>}
    </Figure>
  );
}

export function Trend() {
  const answer = useAnswer<GapsReleasesQuery, GapsReleasesQueryVariables>(RELEASES, {});
  return <Shown answer={answer}>{({ releases }) => <Releases releases={releases.nodes} />}</Shown>;
}
