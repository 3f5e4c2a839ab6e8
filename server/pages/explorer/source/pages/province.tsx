// A province: its vocational colleges, and what pilot figures say of it.
import { filter, link, param } from "../address";
import { ask, useAnswer } from "../api";
import PROVINCE from "../documents/province.graphql";
import type { ProvincePageQuery, ProvincePageQueryVariables } from "../generated/answers";
import { Empty, NotFound, NothingFits, Shown } from "../parts/answer";
import { DoubleHigh } from "../parts/double-high";
import { Lined, column, numbers } from "../parts/lined";
import { ReadOn } from "../parts/read-on";
import { Code, Crumbs, Data, Seal, Select, SourcesCard, Terms, collegeLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, t } from "../words";
import { termsOf } from "../words/colleges";
import { figure, said } from "../words/pilots";

type Province = NonNullable<ProvincePageQuery["province"]>;
type College = Province["colleges"]["nodes"][number];

const fits = (college: College): boolean =>
  (!param("ownership") || college.ownership === param("ownership")) &&
  (!param("doubleHigh") || college.doubleHigh != null || college.programmeGroups.length > 0) &&
  (!param("has") || college.trainingPlans.totalCount > 0);

const CollegeRow = ({ college }: { college: College }) => (
  <tr>
    <th scope="row"><a href={collegeLink({ name: college.name, code: college.collegeCode ?? null })}><Data>{college.name}</Data></a></th>
    <td>{college.collegeCode ? <Code>{college.collegeCode}</Code> : <span class="fine">{t("unknown")}</span>}</td>
    <td class="whole" lang={college.city ? "zh-CN" : undefined}>{college.city?.name ?? <span class="fine">{t("unknown")}</span>}</td>
    <td>{t(college.educationLevel)}</td>
    <td><Terms>{college.ownership}</Terms></td>
    <td><DoubleHigh of={college} /></td>
    <td class="number">{count(college.trainingPlans.totalCount)}</td>
  </tr>
);

function Rows({ rows, total }: { rows: readonly College[]; total: number }) {
  const shown = rows.filter(fits);
  const ownerships = [...new Set(rows.map((each) => each.ownership))].sort();
  return (
    <>
      <div class="filters">
        <Select name={t("ownership")} value={param("ownership") ?? ""} options={[["", t("any")], ...ownerships.map((each) => [each, termsOf(each)] as const)]} onChoose={(value) => filter({ ownership: value })} />
        <label class="check"><input type="checkbox" checked={param("doubleHigh") === "yes"} onChange={(event) => filter({ doubleHigh: event.currentTarget.checked ? "yes" : null })} />{t("doubleHigh")}</label>
        <label class="check"><input type="checkbox" checked={param("has") === "plan"} onChange={(event) => filter({ has: event.currentTarget.checked ? "plan" : null })} />{t("collegePlans")}</label>
      </div>
      <p class="fine" role="status">{t("shown", { a: count(shown.length), b: count(total) })}</p>
      {shown.length === 0 && <NothingFits names={["ownership", "doubleHigh", "has"]} />}
      {shown.length > 0 && (
        <Lined label={t("college")} columns={[...(["name", "codeColumn", "city", "level", "ownership", "doubleHigh"] as const).map((each) => column(t(each))), numbers(t("planColumn"))]}>
          {shown.map((each) => <CollegeRow key={each.name} college={each} />)}
        </Lined>
      )}
    </>
  );
}

function Colleges({ province }: { province: Province }) {
  const read = async (after: string | null) => (await ask<ProvincePageQuery>(PROVINCE, { code: province.code, after })).province?.colleges;
  return (
    <section class="card">
      <h2>{t("provinceColleges", { n: count(province.colleges.totalCount) })}</h2>
      <ReadOn<College> first={province.colleges} read={read}>{(rows) => <Rows rows={rows} total={province.colleges.totalCount} />}</ReadOn>
    </section>
  );
}

const Pilots = ({ province }: { province: Province }) =>
  province.pilotRecords.nodes.length === 0 ? null : (
    <section class="card">
      <h2>{t("pilots")}</h2>
      <ul class="plain-list">{province.pilotRecords.nodes.map((each) => <li key={each.code}><span class="fine">{each.date}</span> {said(each.metric, each.metricLabel)} {each.certificateText && !each.certificateText.startsWith("(") && <Data>{each.certificateText}</Data>} <b class="number">{figure(each.valueText, said(each.unit, each.unitLabel))}</b></li>)}</ul>
    </section>
  );

function Loaded({ province }: { province: Province }) {
  useTitle(province.name);
  return (
    <>
      <Crumbs items={[{ name: t("explore"), href: link([]), isData: false }, { name: province.name }]} />
      <div class="page-head"><div><p class="lead">{t("province")} · <Data>{province.region}</Data></p><h1><Data>{province.name}</Data></h1><p class="row"><Code>{province.code}</Code><Seal basis={province.basis} isLong /></p></div></div>
      <p class="row"><a class="button small" href={link(["plans"], { province: province.name })}>{t("provincePlans")}</a><a class="button small" href={link(["gaps"], { through: "plans", province: province.name })}>{t("provinceGaps")}</a></p>
      {province.colleges.totalCount > 0 ? <Colleges province={province} /> : <section class="card dotted"><Empty title={t("provinceCollegesNone")}>{t("collegeNone")}</Empty></section>}
      <Pilots province={province} />
      <SourcesCard sources={province.sources} />
    </>
  );
}

export function ProvincePage({ parts: [code = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<ProvincePageQuery, ProvincePageQueryVariables>(PROVINCE, { code });
  return <Shown isPage answer={answer}>{({ province }) => (province ? <Loaded province={province} /> : <NotFound />)}</Shown>;
}
