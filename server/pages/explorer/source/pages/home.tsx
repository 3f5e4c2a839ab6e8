// The first page: what this is, a search, one example that is alive, and what the graph holds.
import { language, link } from "../address";
import { useAnswer } from "../api";
import { Flow } from "../charts/flow";
import type { Step } from "../charts/flow-layout";
import { Tiles } from "../charts/tiles";
import FIT_ENDS from "../documents/fit-ends.graphql";
import HOME from "../documents/home.graphql";
import type { FitCoverageQuery, FitEndsQuery, FitEndsQueryVariables, HomeQuery, HomeQueryVariables } from "../generated/answers";
import { Loading, Shown } from "../parts/answer";
import { Bar, type State, Ticks, countsOf } from "../parts/coverage";
import { Dated, LEVELS, MODULES, Mixed, fitLink } from "../parts/small";
import { Search } from "../parts/search";
import { useTitle } from "../parts/title";
import { Tries } from "../parts/tries";
import { useCoverage } from "../parts/whole-coverage";
import { type Word, count, day, t } from "../words";
import { homeWord } from "../words/home";

const EXAMPLE = { subject: "TeachingStandard:2025:510203", target: "Certificate:JavaWeb应用开发" };

type Subject = Extract<NonNullable<FitEndsQuery["subject"]>, { __typename: "TeachingStandard" }>;
type Items = NonNullable<FitCoverageQuery["coverage"]>["items"];

/** From modules of courses to levels of the certificate. */
function exampleSteps(items: Items, courses: Subject["courses"]): Step[] {
  const modules = new Map(courses.map((each) => [each.id, each.module ?? "noModule"]));
  return items.flatMap(({ state, requirement, proofs }) => {
    const step = { to: requirement.level, state: state as State, requirement: requirement.id };
    const carriers = proofs.map((each) => modules.get(each.course.id) ?? "noModule");
    if (carriers.length === 0) return [{ ...step, from: state, share: 1 }];
    return carriers.map((from) => ({ ...step, from, share: 1 / carriers.length }));
  });
}

/** The ribbons are of courses: on a phone there is no room to say so of each module. */
const moduleName = (module: (typeof MODULES)[number] | "noModule"): string => t(module).replace(/ courses$/, "");

function Example({ ends, coverage }: { ends: FitEndsQuery; coverage: NonNullable<FitCoverageQuery["coverage"]> }) {
  const { subject, target } = ends;
  if (subject?.__typename !== "TeachingStandard" || target?.__typename !== "Certificate") return null;
  const counts = countsOf(coverage);
  const nodes = [
    ...[...MODULES, "noModule" as const].map((each) => ({ id: each, name: moduleName(each), code: "", layer: 0, kind: "course" as const })),
    ...(["UNKNOWN", "NOT_COVERED"] as const).map((each) => ({ id: each, name: t(each), code: "", layer: 0, kind: each, count: counts[each] })),
    ...LEVELS.map((each) => ({ id: each, name: t(each), code: "", layer: 1, kind: "area" as const, count: coverage.items.filter(({ requirement }) => requirement.level === each).length })),
  ];
  return (
    <a class="card example" href={fitLink(EXAMPLE.subject, EXAMPLE.target)}>
      <Flow label={t("flow")} signs={["1", "X"]} heads={[t("diploma"), t("skillCertificate")]} nodes={nodes} steps={exampleSteps(coverage.items, subject.courses)} height={290} margins={language.value === "en" ? { left: 116, right: 96 } : { left: 96, right: 52 }} />
      <p class="lead"><Mixed>{t("homeFigure", { a: subject.displayName ?? "", c: subject.courses.length, b: target.name, n: coverage.requirements ?? 0 })}</Mixed></p>
      <Bar counts={counts} />
      <Ticks counts={counts} />
    </a>
  );
}

function LiveExample() {
  const ends = useAnswer<FitEndsQuery, FitEndsQueryVariables>(FIT_ENDS, EXAMPLE);
  const coverage = useCoverage(EXAMPLE);
  if (ends.error || coverage.error) return null;
  if (!ends.data || !coverage.data?.coverage) return <div class="card example"><Loading rows={8} /></div>;
  return <Example ends={ends.data} coverage={coverage.data.coverage} />;
}

const Doors = () => (
  <ul class="doors">
    {([["doorMajors", ["majors"], "1"], ["doorCertificates", ["certificates"], "X"], ["doorPlans", ["plans"], "1"], ["doorFit", ["fit"], "×"]] as const).map(([word, parts, sign]) => (
      <li key={word}>
        <a href={link(parts)} class={`card door door-${word}`}>
          <span class="sign" aria-hidden="true">{sign}</span><strong>{homeWord(word)}</strong><span class="lead">{homeWord(`${word}Text`)}</span>
        </a>
      </li>
    ))}
  </ul>
);

interface Holding {
  word: Word;
  here: number;
  published?: number | null;
}

/** What is here of what is known to exist, added up; unknown where the figure of one is. */
function extentOf(data: HomeQuery, ...of: HomeQuery["knownExtent"][number]["of"][]): Omit<Holding, "word"> {
  const rows = data.knownExtent.filter((each) => of.includes(each.of));
  const here = rows.reduce((sum, each) => sum + each.gathered, 0);
  const published = rows.every((each) => each.published !== null) ? rows.reduce((sum, each) => sum + (each.published ?? 0), 0) : null;
  return { here, published };
}

const holdingsOf = (data: HomeQuery): Holding[] => [
  { word: "contents_majors", ...extentOf(data, "MAJORS_SECONDARY", "MAJORS_ASSOCIATE", "MAJORS_BACHELOR") },
  { word: "contents_standards", ...extentOf(data, "TEACHING_STANDARDS") },
  { word: "contents_certificates", ...extentOf(data, "CERTIFICATES") },
  { word: "contents_skillStandards", ...extentOf(data, "SKILL_STANDARDS") },
  { word: "contents_courses", here: data.courses.totalCount },
  { word: "contents_requirements", here: data.skillRequirements.totalCount },
  { word: "contents_alignments", here: data.alignments.totalCount },
  { word: "contents_colleges", here: data.colleges.totalCount },
];

const HoldingRow = ({ word, here, published }: Holding) => (
  <tr>
    <th scope="row">{t(word)}</th>
    <td>
      {published ? (
        <div class="bar bar-s" role="img" aria-label={t("ofPublished", { a: count(here), b: count(published) })}>
          <span class="part part-known" style={{ width: `${(100 * here) / published}%` }} /><span class="part part-UNKNOWN grow" />
        </div>
      ) : <span class="fine">{t("totalUnpublished")}</span>}
    </td>
    <td class="number"><b>{count(here)}</b>{published ? ` / ${count(published)}` : ""}</td>
  </tr>
);

function Contents({ data }: { data: HomeQuery }) {
  const release = data.releases.nodes[0];
  return (
    <section class="card">
      <h2>{homeWord("contents")}</h2>
      <p class="lead">{homeWord("contentsLead")}</p>
      <table class="lined holdings"><tbody>{holdingsOf(data).map((each) => <HoldingRow key={each.word} {...each} />)}</tbody></table>
      {release && <p class="fine"><a href={link(["releases", release.name])}><Dated>{t("releaseLine", { name: release.name, day: day(release.loadedAt), nodes: count(release.nodes), links: count(release.links) })}</Dated></a></p>}
    </section>
  );
}

export function Home() {
  useTitle(null);
  const answer = useAnswer<HomeQuery, HomeQueryVariables>(HOME, {});
  return (
    <>
      <div class="hero">
        <div>
          <h1>{homeWord("homeTitle")}</h1>
          <p class="lead">{homeWord("homeLead")}</p>
          <Search isLarge />
          <Tries />
        </div>
        <LiveExample />
      </div>
      <Doors />
      <Shown answer={answer} rows={8}>
        {(data) => (
          <div class="pair even">
            <Contents data={data} />
            <section class="card">
              <h2>{t("tiles")}</h2>
              <p class="lead">{t("tilesLead")}</p>
              <Tiles tiles={data.provinces.nodes.map(({ code, shortName, colleges }) => ({ code, shortName, value: colleges.totalCount || null }))} say={(name, n) => t("tileColleges", { name, n })} />
            </section>
          </div>
        )}
      </Shown>
    </>
  );
}
