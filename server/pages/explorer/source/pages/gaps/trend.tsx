// Release by release: what each held, and how far coverage had been reviewed by its day.
import { link } from "../../address";
import { useAnswer } from "../../api";
import RELEASES from "../../documents/gaps-releases.graphql";
import TREND from "../../documents/gaps-trend.graphql";
import type { GapsReleasesQuery, GapsReleasesQueryVariables, GapsTrendQuery, GapsTrendQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, type Counts, boundsText, countsOf } from "../../parts/coverage";
import { Figure, type Table } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { useNear } from "../../parts/near";
import { Code, unique } from "../../parts/small";
import { count, day, sentences, t } from "../../words";
import { type GapsWord, g } from "../../words/gaps";
import { cubeVariables, saidOfNational } from "./choices";

type Release = GapsReleasesQuery["releases"]["nodes"][number];

const KINDS = { SkillStandard: "trendStandards", SkillRequirement: "trendRequirements", TeachingStandard: "trendTeaching", TrainingPlan: "trendPlans", Alignment: "trendAlignments", Review: "trendReviews" } as const satisfies Record<string, GapsWord>;
/** Of no more days does the API give coverage at once. */
const DAYS_ASKED = 12;

/** Coverage by what had been decided on each of the latest days. */
function useDays(days: readonly string[], isAsked: boolean): { days: ReadonlyMap<string, Counts>; isKnown: boolean; isRefused: boolean; variables: GapsTrendQueryVariables } {
  const { filter: chosen, through } = cubeVariables();
  // The days are those of the releases, whatever day the dashboard shows.
  const { asOf: _, ...filter } = chosen ?? {};
  const variables = { days: days.slice(0, DAYS_ASKED), filter: Object.keys(filter).length > 0 ? filter : null, through };
  const { data, error, isLoading } = useAnswer<GapsTrendQuery, GapsTrendQueryVariables>(TREND, isAsked && days.length > 0 ? variables : null);
  const found = new Map((data?.coverageTrend?.days ?? []).flatMap((row) => (row.requirements ? [[row.day, countsOf(row)] as const] : [])));
  return { days: found, isKnown: data !== null && !isLoading, isRefused: error !== null, variables };
}

/** A release counts every kind that it holds. */
const held = (release: Release, kind: string): number => release.typeCounts.find(({ type }) => type === kind)?.count ?? 0;
const areOfLayers = (releases: readonly Release[]): boolean => new Set(releases.map((each) => each.layer)).size > 1;

function tableOf(releases: readonly Release[], days: ReadonlyMap<string, Counts>): Table {
  return {
    columns: { release: t("release"), layer: t("layer"), loadedAt: t("loadedAt"), ...Object.fromEntries(Object.entries(KINDS).map(([kind, word]) => [kind, t("numberOf", { of: g(word) })])), coverage: g("trendCoverage") },
    rows: releases.map((each) => {
      const counts = days.get(day(each.loadedAt));
      return [each.name, each.layer, day(each.loadedAt), ...Object.keys(KINDS).map((kind) => held(each, kind)), counts && boundsText(counts)];
    }),
  };
}

function Row({ release, counts, word, isOfLayers }: { release: Release; counts: Counts | undefined; word: string; isOfLayers: boolean }) {
  return (
    <tr>
      <th scope="row"><a href={link(["releases", release.name])}><Code>{release.name}</Code></a> <span class="fine">{day(release.loadedAt)}{isOfLayers && ` · ${t("layer")} ${release.layer}`}</span></th>
      {Object.keys(KINDS).map((kind) => <td key={kind} class="number">{count(held(release, kind))}</td>)}
      <td class="bounds">{counts ? <><Bounds counts={counts} /><Bar counts={counts} size="s" about={release.name} /></> : <span class="fine">{word}</span>}</td>
    </tr>
  );
}

function Releases({ releases }: { releases: readonly Release[] }) {
  const dates = unique(releases.map((each) => day(each.loadedAt)), (each) => each);
  const [element, isNear] = useNear<HTMLDivElement>();
  const { days, isKnown, isRefused, variables } = useDays(dates, isNear);
  // What was not asked or not answered is not what nobody knows.
  const word = isRefused ? g("trendRefused") : isNear ? t(isKnown ? "unknown" : "stillLoading") : g("trendLater");
  const isOfLayers = areOfLayers(releases);
  return (
    <Figure id="gaps-trend" title={g("trendTitle")} lead={sentences(g("trendLead", { n: DAYS_ASKED }), ...(isOfLayers ? [g("trendLayers")] : []), ...saidOfNational())} query={TREND} variables={variables} table={tableOf(releases, days)}>
      <div ref={element} class="around">
        <Lined label={g("trendTitle")} columns={[column(t("release")), ...Object.values(KINDS).map((each) => numbers(g(each))), { name: g("trendCoverage"), look: "bounds" }]}>
          {releases.map((each) => <Row key={each.name} release={each} counts={days.get(day(each.loadedAt))} word={word} isOfLayers={isOfLayers} />)}
        </Lined>
      </div>
      {releases.length < 2 && <p class="fine">{g("trendOne")}</p>}
    </Figure>
  );
}

export function Trend() {
  const answer = useAnswer<GapsReleasesQuery, GapsReleasesQueryVariables>(RELEASES, {});
  return <Shown answer={answer}>{({ releases }) => <Releases releases={releases.nodes} />}</Shown>;
}
