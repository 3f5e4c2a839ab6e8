// How many training plans of each province the graph holds: few are published.
import { useAnswer } from "../../api";
import { Tiles } from "../../charts/tiles";
import PROVINCES from "../../documents/gaps-provinces.graphql";
import type { GapsProvincesQuery, GapsProvincesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Figure, tableOf } from "../../parts/figure";
import { t } from "../../words";

const COLUMNS = ["province", "plans", "colleges", "requirements", "covered", "partlyCovered", "unknown", "notCovered"] as const;

export function Provinces() {
  const answer = useAnswer<GapsProvincesQuery, GapsProvincesQueryVariables>(PROVINCES, {});
  return (
    <Shown answer={answer}>
      {({ coverageCube, provinces }) => {
        const rows = coverageCube?.rows ?? [];
        const tiles = provinces.nodes.map(({ code, name, shortName }) => ({ code, shortName, value: rows.find((each) => each.province === name)?.plans ?? 0 }));
        return (
          <Figure id="gaps-provinces" title={t("gapsProvinces")} lead={t("gapsProvincesLead")} query={PROVINCES} variables={{}} table={tableOf(COLUMNS, rows)}>
            <Tiles tiles={tiles} say={(name, n) => t("tilePlans", { name, n })} />
          </Figure>
        );
      }}
    </Shown>
  );
}
