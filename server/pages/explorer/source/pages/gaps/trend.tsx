// Release by release: what each held, and how far coverage had been reviewed by its day.
import { link } from "../../address";
import { useAnswer } from "../../api";
import RELEASES from "../../documents/gaps-releases.graphql";
import TOTAL from "../../documents/gaps-total.graphql";
import type { GapsReleasesQuery, GapsReleasesQueryVariables, GapsTotalQuery, GapsTotalQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, type Counts, boundsText, countsOf } from "../../parts/coverage";
import { Figure, type Table } from "../../parts/figure";
import { useNear } from "../../parts/near";
import { countOf } from "../../parts/release-counts";
import { Code, unique } from "../../parts/small";
import { type Word, count, day, t } from "../../words";
import { cubeVariables } from "./choices";

type Release = GapsReleasesQuery["releases"]["nodes"][number];

const KINDS = { SkillStandard: "trendStandards", SkillRequirement: "trendRequirements", TeachingStandard: "trendTeaching", TrainingPlan: "trendPlans", Alignment: "trendAlignments", Review: "trendReviews" } as const satisfies Record<string, Word>;
/** Of as many days coverage is asked for: each is a question of its own. */
const DAYS_ASKED = 4;

/** Coverage by what had been decided on each of the latest days. */
function useDays(days: readonly string[], isAsked: boolean): ReadonlyMap<string, Counts> {
  const { filter, through } = cubeVariables();
  const found = Array.from({ length: DAYS_ASKED }, (_, at) => {
    const asOf = days[at];
    const { data } = useAnswer<GapsTotalQuery, GapsTotalQueryVariables>(TOTAL, isAsked && asOf ? { filter: { ...filter, asOf }, through } : null);
    return [asOf ?? "", data?.coverageCube?.rows[0]] as const;
  });
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
      <td class="bounds">{counts ? <><Bounds counts={counts} /><Bar counts={counts} size="s" about={release.name} /></> : <span class="fine">{t("unknown")}</span>}</td>
    </tr>
  );
}

function Releases({ releases }: { releases: readonly Release[] }) {
  const dates = unique(releases.map((each) => day(each.loadedAt)), (each) => each);
  const [element, isNear] = useNear<HTMLDivElement>();
  const days = useDays(dates, isNear);
  return (
    <Figure id="gaps-trend" title={t("trendTitle")} lead={t("trendLead", { n: DAYS_ASKED })} query={RELEASES} variables={{}} table={tableOf(releases, days)}>
      <div ref={element} class="scroll" role="region" aria-label={t("tableOf", { name: t("trendTitle") })} tabIndex={0}>
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
