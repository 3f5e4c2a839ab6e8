// A college: where it is, its Double-High groups and the training plans it has published.
import { link } from "../address";
import { useAnswer } from "../api";
import COLLEGE from "../documents/college.graphql";
import type { CollegePageQuery, CollegePageQueryVariables } from "../generated/answers";
import { NotFound, Shown } from "../parts/answer";
import { Code, Crumbs, Data, Seal, SourcesCard, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { t } from "../words";

type College = CollegePageQuery["colleges"]["nodes"][number];

const Facts = ({ college }: { college: College }) => (
  <dl class="facts-row">
    <div><dt>{t("level")}</dt><dd>{t(college.educationLevel)}</dd></div>
    <div><dt>{t("ownership")}</dt><dd lang="zh-CN">{college.ownership}</dd></div>
    <div><dt>{t("authority")}</dt><dd lang="zh-CN">{college.authority ?? t("unknown")}</dd></div>
    <div><dt>{t("doubleHigh")}</dt><dd lang="zh-CN">{college.doubleHigh ?? "—"}</dd></div>
    <div><dt>{t("website")}</dt><dd>{college.website ? <a href={college.website} target="_blank" rel="noreferrer">{college.website}</a> : t("unknown")}</dd></div>
  </dl>
);

const Groups = ({ college }: { college: College }) => (
  <section class="card">
    <h2>{t("collegeGroups")}</h2>
    {college.programmeGroups.length === 0 && <p class="fine">{t("collegeNone")}</p>}
    <ul class="plain-list">
      {college.programmeGroups.map(({ name, kind, tier, round, leadingMajor }) => (
        <li key={`${name}${round}`}>{leadingMajor ? <a href={majorLink(leadingMajor)}><Data>{name}</Data></a> : <Data>{name}</Data>} <span class="fine" lang="zh-CN">{[kind, tier, round].join(" · ")}</span></li>
      ))}
    </ul>
  </section>
);

const Plans = ({ college }: { college: College }) => (
  <section class="card">
    <h2>{t("collegePlans")}</h2>
    {college.trainingPlans.nodes.length === 0 && <p class="fine">{t("collegeNone")}</p>}
    <ul class="plain-list">
      {college.trainingPlans.nodes.map(({ id, majorName, grade }) => <li key={id}><a href={link(["plans", id])}><Data>{majorName}</Data></a> <span class="fine" lang="zh-CN">{grade}</span></li>)}
    </ul>
  </section>
);

function Loaded({ college }: { college: College }) {
  useTitle(college.name);
  const { province, city } = college;
  return (
    <>
      <Crumbs items={[{ name: t("explore"), href: link([]), isData: false }, ...(province ? [{ name: province.name, href: link(["provinces", province.code]) }] : []), { name: college.name }]} />
      <div class="page-head"><div><p class="lead">{t("college")} · <Data>{[province?.shortName, city?.name].filter(Boolean).join(" · ")}</Data></p><h1><Data>{college.name}</Data></h1><p class="row">{college.code && <Code>{college.code}</Code>}<Seal basis={college.basis} isLong /></p></div></div>
      <section class="card"><Facts college={college} />{college.note && <p class="fine" lang="zh-CN">{college.note}</p>}</section>
      <div class="pair"><Groups college={college} /><Plans college={college} /></div>
      <SourcesCard sources={college.sources} />
    </>
  );
}

export function CollegePage({ parts: [key = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<CollegePageQuery, CollegePageQueryVariables>(COLLEGE, { key });
  return <Shown isPage answer={answer}>{({ colleges: { nodes: [college] } }) => (college ? <Loaded college={college} /> : <NotFound />)}</Shown>;
}
