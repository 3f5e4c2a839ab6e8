// Training plans by province: how many the graph holds, and how far they are known to carry certificates. Few are published.
import { changed, link, param } from "../../address";
import { useAnswer } from "../../api";
import { Tiles } from "../../charts/tiles";
import PROVINCES from "../../documents/gaps-provinces.graphql";
import type { GapsProvincesQuery, GapsProvincesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, countsOf, foundOf } from "../../parts/coverage";
import { Figure } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { Data } from "../../parts/small";
import { count, sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { coverageTable, coverageWorkbook, provinceVariables, saidOfDropped } from "./choices";

type Row = NonNullable<GapsProvincesQuery["coverageCube"]>["rows"][number];

/** What the whole page shows once a province is chosen: its plans. */
const toProvince = (name: string): string => changed({ through: "plans", province: name });

const byPlans = (one: Row, other: Row): number => (other.plans ?? 0) - (one.plans ?? 0);

const OfProvinces = ({ rows }: { rows: readonly Row[] }) => (
  <Lined look="heat" label={g("gapsProvinces")} columns={[column(t("province")), numbers(g("plansHead")), numbers(t("NOT_COVERED")), { name: g("trendCoverage"), look: "bounds" }]}>
    {rows.map((row) => (
      <tr key={row.province}>
        <th scope="row">{row.province ? <a href={toProvince(row.province)}><Data>{row.province}</Data></a> : t("unknown")}</th>
        <td class="number">{count(row.plans)}</td>
        <td class="number">{count(foundOf(row).notCovered)}</td>
        <td class="bounds"><Bounds counts={countsOf(row)} /><Bar counts={countsOf(row)} size="s" about={row.province ?? t("unknown")} /></td>
      </tr>
    ))}
  </Lined>
);

export function Provinces() {
  const variables = provinceVariables();
  const answer = useAnswer<GapsProvincesQuery, GapsProvincesQueryVariables>(PROVINCES, variables);
  return (
    <Shown answer={answer}>
      {({ coverageCube, provinces }) => {
        const rows = [...(coverageCube?.rows ?? [])].sort(byPlans);
        const bare = provinces.nodes.filter(({ name }) => !rows.some((each) => each.province === name)).map(({ name }) => ({ province: name, plans: 0, colleges: 0 }));
        const tiles = provinces.nodes.map(({ code, name, shortName }) => {
          const value = rows.find((each) => each.province === name)?.plans ?? 0;
          return { code, shortName, value, href: value > 0 ? toProvince(name) : link(["provinces", code]) };
        });
        return (
          <Figure id="gaps-provinces" title={g("gapsProvinces")} lead={sentences(g("gapsProvincesLead"), ...(param("province") ? [g("gapsProvincesUnfiltered")] : []), ...saidOfDropped(...(bare.length > 0 ? ["province"] as const : [])))} query={PROVINCES} variables={variables} table={coverageTable(["province", "plans", "colleges"], [...rows, ...bare])} workbook={coverageWorkbook(["PROVINCE"], { ...variables, through: "TRAINING_PLAN" })}>
            <Tiles tiles={tiles} say={(name, n) => g("tilePlans", { name, n })} />
            {rows.length > 0 && <OfProvinces rows={rows} />}
          </Figure>
        );
      }}
    </Shown>
  );
}
