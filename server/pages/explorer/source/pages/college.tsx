// A college: where it is, its Double-High groups and the training plans it has published.
import { link } from "../address";
import { useAnswer } from "../api";
import COLLEGE from "../documents/college.graphql";
import type { CollegePageQuery, CollegePageQueryVariables } from "../generated/answers";
import { NotFound, Shown } from "../parts/answer";
import { DoubleHigh } from "../parts/double-high";
import { Code, Crumbs, Data, EnglishName, Seal, SourcesCard, Stated, Terms, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { t } from "../words";
import { token } from "./review/decisions";
import { SignIn } from "./review/sign-in";

type College = CollegePageQuery["colleges"]["nodes"][number];

const Facts = ({ college }: { college: College }) => (
  <dl class="facts-row">
    <div><dt>{t("level")}</dt><dd>{t(college.educationLevel)}</dd></div>
    <div><dt>{t("ownership")}</dt><dd><Terms>{college.ownership}</Terms></dd></div>
    <div><dt>{t("authority")}</dt><dd><Stated>{college.authority}</Stated></dd></div>
    <div><dt>{t("doubleHigh")}</dt><dd><DoubleHigh of={college} /></dd></div>
    <div><dt>{t("website")}</dt><dd>{college.website ? <a href={college.website} target="_blank" rel="noreferrer">{college.website}</a> : t("unknown")}</dd></div>
  </dl>
);

const Groups = ({ college }: { college: College }) => (
  <section class="card">
    <h2>{t("collegeGroups")}</h2>
    {college.programmeGroups.length === 0 && <p class="fine">{t("collegeNone")}</p>}
    <ul class="plain-list">
      {college.programmeGroups.map(({ name, kind, tier, round, leadingMajor }) => (
        <li key={`${name}${round}`}>{leadingMajor ? <a href={majorLink(leadingMajor)}><Data>{name}</Data></a> : <Data>{name}</Data>} <span class="fine">{[kind, tier].filter((each) => each != null).map((each) => <><Terms>{each}</Terms> </>)}</span> <span class="fine">{round != null && t("roundOf", { n: round })}</span></li>
      ))}
    </ul>
  </section>
);

type Listed = College["trainingPlans"];

/** So many plans stand in columns, over the width of the page. */
const MANY = 12;

const List = ({ plans: { nodes, totalCount } }: { plans: Listed }) => (
  <>
    <ul class={nodes.length > MANY ? "plain-list in-columns" : "plain-list"}>
      {nodes.map(({ id, majorName, grade, version }) => <li key={id}><a href={link(["plans", id])}><Data>{majorName}</Data> <Data>{grade}</Data></a> {version != null && version > 1 && <span class="tag">{t("planVersion", { n: version })}</span>}</li>)}
    </ul>
    {nodes.length < totalCount && <p class="fine">{t("shown", { a: nodes.length, b: totalCount })}</p>}
  </>
);

/** Drafts are read by the editors of the college alone. */
const Drafts = ({ drafts }: { drafts: Listed }) => (
  <details class="folded" open={token.value !== null}>
    <summary>{t("collegeDrafts")}</summary>
    <p class="lead">{t(token.value === null ? "collegeDraftsHelp" : "collegeDraftsListed")} <a href={link(["import", "plan"])}>{t("collegeImport")}</a></p>
    <SignIn />
    {token.value && drafts.totalCount === 0 && <p class="fine">{t("collegeNoDrafts")}</p>}
    <List plans={drafts} />
  </details>
);

const Plans = ({ college: { trainingPlans, drafts } }: { college: College }) => (
  <section class="card">
    <h2>{t("collegePlans")}</h2>
    {trainingPlans.totalCount === 0 && <p class="fine">{t("collegeNone")}</p>}
    <List plans={trainingPlans} />
    <Drafts drafts={drafts} />
  </section>
);

function Loaded({ college }: { college: College }) {
  useTitle(college.name);
  const { province, city } = college;
  return (
    <>
      <Crumbs slug={college.slug} items={[{ name: t("explore"), href: link([]), isData: false }, ...(province ? [{ name: province.name, href: link(["provinces", province.code]) }] : []), { name: college.name }]} />
      <div class="page-head"><div><p class="lead">{t("college")} · <Data>{[province?.shortName, city?.name].filter(Boolean).join(" · ")}</Data></p><h1><Data>{college.name}</Data></h1><EnglishName pinyin={college.namePinyin} /><p class="row">{college.code && <Code>{college.code}</Code>}<Seal basis={college.basis} isLong /></p></div></div>
      <section class="card"><Facts college={college} />{college.note && <p class="fine" lang="zh-CN">{college.note}</p>}</section>
      <div class={college.trainingPlans.nodes.length > MANY ? "" : "pair"}><Groups college={college} /><Plans college={college} /></div>
      <SourcesCard sources={college.sources} />
    </>
  );
}

export function CollegePage({ parts: [key = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<CollegePageQuery, CollegePageQueryVariables>(COLLEGE, { key }, token.value);
  return <Shown isPage answer={answer}>{({ colleges: { nodes: [college] } }) => (college ? <Loaded college={college} /> : <NotFound />)}</Shown>;
}
