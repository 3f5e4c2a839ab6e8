// The training plans that are gathered, by college and programme, and the way to bring one's own.
import { filter, link, param } from "../address";
import { ask, useAnswer } from "../api";
import PROVINCES from "../documents/plan-provinces.graphql";
import PLANS from "../documents/plans.graphql";
import type { PlanListQuery, PlanListQueryVariables, PlanProvincesQuery, PlanProvincesQueryVariables, TrainingPlanFilter } from "../generated/answers";
import { NothingFits, Shown } from "../parts/answer";
import { Lined, column } from "../parts/lined";
import { ReadOn } from "../parts/read-on";
import { PlanSeal } from "../parts/plan-seal";
import { Code, Data, Select, collegeLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, t } from "../words";
import { listWord } from "../words/plan-list";
import { token } from "./review/decisions";
import { SignIn } from "./review/sign-in";

type Row = PlanListQuery["trainingPlans"]["nodes"][number];

/** More words than a college, a programme, its code and a grade have are not looked for. */
const WORDS_MOST = 8;

/** A plan stands under its programme and grade; a revised one has a number, too. */
function PlanRow({ row: { id, collegeName, majorName, majorCode, grade, version, status, completeness, basis, college } }: { row: Row }) {
  return (
    <tr>
      <th scope="row"><a href={link(["plans", id])}><Data>{`${majorName} ${grade ?? ""}`.trim()}</Data></a> {majorCode && <Code>{majorCode}</Code>} {version != null && version > 1 && <span class="tag">{t("planVersion", { n: version })}</span>} {status === "DRAFT" && <span class="tag">{listWord("draft")}</span>}</th>
      <td>{college ? <a href={collegeLink({ name: college.name, code: college.code ?? null })}><Data>{college.name}</Data></a> : <Data>{collegeName}</Data>}{college && college.name !== collegeName && <span class="fine"> {listWord("printed")} <Data>{collegeName}</Data></span>}</td>
      <td class="whole">{college?.province ? <a href={link(["provinces", college.province.code])}><Data>{college.province.shortName}</Data></a> : <span class="fine">{t("unknown")}</span>}</td>
      <td>{completeness ? listWord(completeness) : <span class="fine">{t("unknown")}</span>}</td>
      <td><PlanSeal plan={{ basis, status: status ?? null }} isLong /></td>
    </tr>
  );
}

/** Drafts are among them for the editors of their college, who are signed in. */
function Rows({ where }: { where: TrainingPlanFilter }) {
  const answer = useAnswer<PlanListQuery, PlanListQueryVariables>(PLANS, { where }, token.value);
  const read = async (after: string | null) => (await ask<PlanListQuery>(PLANS, { where, after }, undefined, token.value)).trainingPlans;
  return (
    <Shown answer={answer}>
      {({ trainingPlans }) => {
        if (trainingPlans.totalCount === 0) return <section class="card dotted"><NothingFits names={["q", "province", "has"]}>{listWord("none")} <a href={link(["import", "plan"])}>{listWord("bring")}</a></NothingFits></section>;
        return (
          <section class="card">
            <ReadOn<Row> first={trainingPlans} read={read}>
              {(rows) => (
                <>
                  <p class="fine" role="status">{t("shown", { a: count(rows.length), b: count(trainingPlans.totalCount) })}</p>
                  <Lined label={listWord("title")} columns={[listWord("plan"), t("college"), t("province"), listWord("holds"), listWord("basis")].map(column)}>
                    {rows.map((each) => <PlanRow key={each.id} row={each} />)}
                  </Lined>
                </>
              )}
            </ReadOn>
          </section>
        );
      }}
    </Shown>
  );
}

/** A visitor is told that there may be more, and who reads it. */
const Drafts = () => (
  <details class="folded drafts" open={token.value !== null}>
    <summary>{listWord("drafts")}</summary>
    <p class="lead">{listWord(token.value === null ? "draftsHelp" : "draftsListed")}</p>
    <SignIn />
  </details>
);

function Provinces({ chosen }: { chosen: string | null }) {
  const { data } = useAnswer<PlanProvincesQuery, PlanProvincesQueryVariables>(PROVINCES, {});
  const names = data?.provinces.nodes.map((each) => each.name) ?? (chosen ? [chosen] : []);
  return <Select name={t("province")} value={chosen ?? ""} options={[["", t("any")], ...names.map((each) => [each, each] as const)]} onChoose={(value) => filter({ province: value })} />;
}

/** All words are found, each in any of these fields: one text may name the college and the programme. */
const foundBy = (text: string): TrainingPlanFilter[] =>
  text.split(/\s+/).filter(Boolean).slice(0, WORDS_MOST).map((word) => ({ or: [{ collegeName: { contains: word } }, { college: { some: { name: { contains: word } } } }, { majorName: { contains: word } }, { majorCode: { startsWith: word } }, { grade: { contains: word } }] }));

export function PlansPage() {
  useTitle(listWord("title"));
  const [text, province, has] = [param("q"), param("province"), param("has")];
  const words = foundBy(text ?? "");
  const where: TrainingPlanFilter = {
    ...(words.length > 0 && { and: words }),
    ...(province && { college: { some: { province: { some: { name: { eq: province } } } } } }),
    ...(has && { courses: { some: {} } }),
  };
  return (
    <>
      <div class="page-head"><div><h1>{listWord("title")}</h1><p class="lead">{listWord("lead")}</p></div><p><a class="button primary" href={link(["import", "plan"])}>{listWord("bring")}</a></p></div>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label class="select wide"><span>{listWord("find")}</span><input type="search" value={text ?? ""} onInput={(event) => filter({ q: event.currentTarget.value })} /></label>
        <Provinces chosen={province} />
        <label class="check"><input type="checkbox" checked={has === "courses"} onChange={(event) => filter({ has: event.currentTarget.checked ? "courses" : null })} />{listWord("hasCourses")}</label>
      </form>
      <Drafts />
      <Rows key={JSON.stringify(where)} where={where} />
    </>
  );
}
