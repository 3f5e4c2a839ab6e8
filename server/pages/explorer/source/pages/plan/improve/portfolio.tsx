// Several certificate levels in one plan: every best trade-off between hours added and requirements taught, and its edits.
import JOB from "../../../documents/improvement-job.graphql";
import PORTFOLIO from "../../../documents/certificate-portfolio.graphql";
import { filter, param, params } from "../../../address";
import { Empty, Loading } from "../../../parts/answer";
import { Figure, type Table } from "../../../parts/figure";
import { Lined, column, numbers } from "../../../parts/lined";
import { Data, Mixed } from "../../../parts/small";
import { count, sentences, t } from "../../../words";
import { i } from "../../../words/improve";
import { portfolioWord } from "../../../words/portfolio";
import { type Chosen, useChosen } from "../chosen";
import { type Plan, isDraft } from "../terms";
import { editInputs } from "./edit-input";
import { EditBody } from "./edit-text";
import { editsOf } from "./edits";
import { Front } from "./front";
import type { Job } from "./job";
import { Saving } from "./saving";
import { WhatIfFigures, useWhatIf } from "./what-if";
import { NumberField, Worked, numberOf } from "./worked";

type Portfolio = NonNullable<Job["portfolio"]>;
type Point = Portfolio["points"][number];
/** Names of certificate levels by id. */
type Names = ReadonlyMap<string, string>;

const HOURS = 64;
const HOURS_MOST = 10_000;
const LEVELS_MOST = 10;

const namesOf = ({ certificates }: Chosen): Names =>
  new Map(certificates.flatMap((each) => each.levels.flatMap((level) => (each.ids.has(level) ? [[each.ids.get(level) ?? "", `${each.name} ${t(level)}`] as const] : []))));

function ChooseLevels({ names, chosen }: { names: Names; chosen: readonly string[] }) {
  const turn = (id: string, is: boolean): void => filter({ levels: is ? [...chosen, id] : chosen.filter((each) => each !== id) });
  return (
    <fieldset class="levels">
      <legend>{portfolioWord("portfolioLevels", { n: LEVELS_MOST })}</legend>
      {[...names].map(([id, name]) => <label key={id} class="check"><input type="checkbox" checked={chosen.includes(id)} onChange={(event) => turn(id, event.currentTarget.checked)} /><Mixed>{name}</Mixed></label>)}
      <p class="fine" role="status">{chosen.length === 0 ? i("chooseFirst") : chosen.length > LEVELS_MOST && portfolioWord("portfolioMany", { n: LEVELS_MOST })}</p>
    </fieldset>
  );
}

const tableOf = ({ points }: Portfolio, names: Names): Table => ({
  columns: { extraHours: i("addedHours"), covered: t("inRequirements", { of: portfolioWord("coveredOf") }), ...Object.fromEntries((points[0]?.levels ?? []).map((each) => [each.level, names.get(each.level) ?? each.level])), edits: t("numberOf", { of: portfolioWord("pointEdits") }) },
  rows: points.map((each) => [each.extraHours, each.covered, ...each.levels.map((level) => `${level.covered} / ${level.requirements}`), editsOf(each).length]),
});

function PointRow({ point, at, isChosen }: { point: Point; at: number; isChosen: boolean }) {
  return (
    <tr class={isChosen ? "on" : ""}>
      <th scope="row"><label class="check"><input type="radio" name="point" checked={isChosen} onChange={() => filter({ point: String(at) })} />{portfolioWord("pointOf", { h: count(point.extraHours) })}</label></th>
      <td class="number">{count(point.covered)}</td>
      {point.levels.map((each) => <td key={each.level} class="number">{count(each.covered)} / {count(each.requirements)} {each.isWhole && <span class="tag">{portfolioWord("wholeLevel")}</span>}</td>)}
      <td class="number">{count(editsOf(point).length)}</td>
    </tr>
  );
}

const Points = ({ portfolio, names, chosen }: { portfolio: Portfolio; names: Names; chosen: number }) => (
  <Lined label={portfolioWord("portfolioTitle")} columns={[column(i("point")), numbers(portfolioWord("coveredOf")), ...(portfolio.points[0]?.levels ?? []).map(({ level }) => ({ ...numbers(names.get(level) ?? level), head: <Mixed>{names.get(level) ?? level}</Mixed> })), numbers(portfolioWord("pointEdits"))]}>
    {portfolio.points.map((each, at) => <PointRow key={at} point={each} at={at} isChosen={at === chosen} />)}
  </Lined>
);

function PointEdits({ plan, point }: { plan: Plan; point: Point }) {
  const edits = editsOf(point);
  const inputs = editInputs(edits, plan);
  const [only] = point.levels.length === 1 ? point.levels : [];
  const asked = useWhatIf(plan, inputs, only?.level ?? null);
  return (
    <div class="columns edits">
      <section class="card">
        <h3>{portfolioWord("pointTitle", { h: count(point.extraHours) })}</h3>
        {edits.length === 0 && <p class="lead">{i("editsNone")}</p>}
        {!point.isUnique && <p class="fine" role="status">{portfolioWord("portfolioEdits")}</p>}
        <ul>{edits.map((each) => <li key={each.key} class="edit"><p class="edit-name"><Data>{each.course}</Data></p><EditBody edit={each} /></li>)}</ul>
      </section>
      <section class="card edit-figures">
        <h3>{i("figures")}</h3>
        <WhatIfFigures asked={asked} />
        <Saving plan={plan} edits={inputs} reason={portfolioWord("portfolioReason")} view="versions" help={isDraft(plan) ? "saveHelpDraft" : "saveHelp"} none={portfolioWord("saveNoneHere")} />
      </section>
    </div>
  );
}

const Rest = ({ rest }: { rest: NonNullable<Portfolio["rest"]> }) => (
  <p class="lead" role="status">{i(rest.isCut ? "portfolioCut" : "portfolioRest", { h: count(rest.hoursMost), a: count(rest.coveredMost), b: count(rest.coveredFound) })}</p>
);

function Result({ plan, portfolio, names, job }: { plan: Plan; portfolio: Portfolio; names: Names; job: Job }) {
  const { points, taught, requirements, rest } = portfolio;
  const chosen = Math.min(numberOf("point", 0, HOURS_MOST) ?? points.length - 1, points.length - 1);
  const point = points[chosen];
  if (!point) return <Empty title={portfolioWord("noPoints")}>{rest && <Rest rest={rest} />}</Empty>;
  return (
    <>
      <Figure id="plan-portfolio" title={portfolioWord("portfolioResult", { n: points.length })} lead={sentences(portfolioWord("portfolioGuide"), portfolioWord("portfolioNow", { a: count(taught), b: count(requirements) }))} query={JOB} variables={{ id: job.id, waitSeconds: 0 }} table={tableOf(portfolio, names)}>
        {rest && <Rest rest={rest} />}
        {points.length > 1 && <Front trades={points} chosen={chosen} />}
        <Points portfolio={portfolio} names={names} chosen={chosen} />
      </Figure>
      <PointEdits plan={plan} point={point} />
    </>
  );
}

export function PortfolioView({ plan }: { plan: Plan }) {
  const chosen = useChosen(plan);
  const names = namesOf(chosen);
  const levels = params("levels").filter((each) => names.has(each));
  const budget = param("budget") === null ? HOURS : numberOf("budget", 0, HOURS_MOST);
  const isWithLower = param("lower") !== "no";
  if (chosen.isLoading && names.size === 0) return <Loading />;
  const canAsk = levels.length > 0 && levels.length <= LEVELS_MOST && budget !== null;
  const fields = (
    <>
      <ChooseLevels names={names} chosen={levels} />
      <div class="filters">
        <NumberField name="budget" word={i("budget")} value={budget} least={0} most={HOURS_MOST} />
        <label class="check"><input type="checkbox" checked={isWithLower} onChange={(event) => filter({ lower: event.currentTarget.checked ? null : "no" })} />{i("includeLower")}</label>
      </div>
    </>
  );
  return (
    <>
      <h2>{portfolioWord("portfolioTitle")}</h2>
      <Worked kind="PORTFOLIO" plan={plan.id} mutation={PORTFOLIO} lead={portfolioWord("portfolioLead")} button={portfolioWord("portfolioAsk")} fields={fields} input={canAsk ? { plan: plan.id, levels, maxExtraHours: budget, includeLower: isWithLower } : null}>
        {(job) => job.portfolio && <Result plan={plan} portfolio={job.portfolio} names={names} job={job} />}
      </Worked>
    </>
  );
}
