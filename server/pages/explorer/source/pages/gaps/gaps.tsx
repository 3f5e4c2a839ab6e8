// Gaps and unknowns over all programmes that can be compared: what is covered, what nobody looked at, what is missing.
import { filter, param } from "../../address";
import { useAnswer } from "../../api";
import CHOICES from "../../documents/gaps-choices.graphql";
import TOTAL from "../../documents/gaps-total.graphql";
import type { GapsChoicesQuery, GapsChoicesQueryVariables, GapsTotalQuery, GapsTotalQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Bar, Legend, Ticks, boundsSentence, countsOf, sumOf } from "../../parts/coverage";
import { Figure } from "../../parts/figure";
import { Select, unique } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { count, sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { EDUCATION_LEVELS, FILTERS, areComparable, areOfPlans, certificatesOf, coverageTable, coverageWorkbook, cubeVariables, isFiltered } from "./choices";
import { Classes } from "./classes";
import { Knowledge } from "./knowledge";
import { Plans } from "./plans";
import { Programmes } from "./programmes";
import { Provinces } from "./provinces";
import { Requirements } from "./requirements";
import { Trend } from "./trend";

const reset = (): void => filter(Object.fromEntries(FILTERS.map((each) => [each, null])));

function Filters({ choices }: { choices: GapsChoicesQuery }) {
  const rows = choices.coverageCube?.rows ?? [];
  const category = param("category") ?? "";
  const named = (names: readonly (string | null | undefined)[]): (readonly [string, string])[] => unique(names.flatMap((each) => each ?? []), (each) => each).map((each) => [each, each]);
  const select = (name: (typeof FILTERS)[number], options: readonly (readonly [string, string])[], more: Record<string, null> = {}) => (
    <Select name={g(`gaps_${name}`)} value={param(name) ?? ""} options={[["", name === "through" ? g("gapsStandards") : t("any")], ...options]} onChoose={(value) => filter({ [name]: value, ...more })} />
  );
  return (
    <div class="filters even">
      {select("through", [["plans", g("gapsPlans")]], { province: null })}
      {areOfPlans() && select("province", choices.provinces.nodes.map(({ name }) => [name, name]))}
      {select("education", EDUCATION_LEVELS.map((each) => [each, t(each)]))}
      {select("category", named(rows.map((each) => each.category)), { class: null })}
      {select("class", named(rows.filter((each) => !category || each.category === category).map((each) => each.majorClass)))}
      {select("certificate", certificatesOf(choices).map(({ name }) => [name, name]))}
      {select("evidence", [["stated", g("gapsStated")]])}
      <label class="select"><span>{g("gaps_asOf")}</span><input type="date" value={param("asOf") ?? ""} onChange={(event) => filter({ asOf: event.currentTarget.value })} /></label>
      {isFiltered() && <button type="button" class="button small" onClick={reset}>{t("clearFilters")}</button>}
    </div>
  );
}

const Nothing = () => (
  <section class="card dotted"><Empty title={g(areOfPlans() ? "gapsNothingPlans" : "gapsNothing")}>{t("nothingFitsHelp")} <button type="button" class="button small" onClick={reset}>{t("clearFilters")}</button></Empty></section>
);

function Total() {
  const variables = cubeVariables();
  const answer = useAnswer<GapsTotalQuery, GapsTotalQueryVariables>(TOTAL, variables);
  return (
    <Shown answer={answer} rows={4}>
      {({ coverageCube, byCertificate, knownExtent }) => {
        const row = coverageCube?.rows[0];
        if (!row?.requirements) return <Nothing />;
        const counts = countsOf(row);
        const [bounds, reason] = boundsSentence(counts);
        const compared = byCertificate?.rows.filter((each) => each.requirements).length ?? 0;
        const certificates = g("gapsCompared", { n: count(compared), all: count(knownExtent.find((each) => each.of === "CERTIFICATES")?.gathered) });
        return (
          <Figure id="gaps-total" title={bounds} lead={sentences(certificates, reason, g(areOfPlans() ? "gapsPlansTotal" : "gapsTotal", { n: count(sumOf(counts)), p: count(areOfPlans() ? row.plans : row.programmes) }))} query={TOTAL} variables={variables} table={coverageTable(["programmes", "plans", "withoutStandard"], [row])} workbook={coverageWorkbook([])}>
            <Bar counts={counts} size="l" />
            <Ticks counts={counts} />
            <Legend counts={counts} />
          </Figure>
        );
      }}
    </Shown>
  );
}

const Dashboard = ({ certificates }: { certificates: ReturnType<typeof certificatesOf> }) => (
  <>
    <Total />
    <div class="dashboard">
      <div>{areOfPlans() ? <><Plans certificates={certificates} /><Knowledge /></> : <><Programmes certificates={certificates} /><Requirements certificates={certificates} /></>}</div>
      <div>{!areOfPlans() && <Knowledge />}<Classes /><Provinces /></div>
    </div>
    <Trend />
  </>
);

export function GapsPage() {
  useTitle(t("gaps"));
  const choices = useAnswer<GapsChoicesQuery, GapsChoicesQueryVariables>(CHOICES, {});
  return (
    <>
      <h1>{t("gapsTitle")}</h1>
      <p class="lead">{g(areOfPlans() ? "gapsLeadPlans" : "gapsLead")}</p>
      <Shown answer={choices}>
        {(found) => (
          <>
            <Filters choices={found} />
            {areComparable(found) ? <Dashboard certificates={certificatesOf(found)} /> : <Nothing />}
          </>
        )}
      </Shown>
    </>
  );
}
