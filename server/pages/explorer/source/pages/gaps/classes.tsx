// Classes of majors against levels of certificates: bounds in each cell, and what can be narrowed to it.
import { changed } from "../../address";
import { useAnswer } from "../../api";
import CLASSES from "../../documents/gaps-classes.graphql";
import type { GapsClassesQuery, GapsClassesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, countsOf, sumOf } from "../../parts/coverage";
import { Figure, tableOf } from "../../parts/figure";
import { Lined, column } from "../../parts/lined";
import { Data, LEVELS, LevelTag, unique } from "../../parts/small";
import { count, sentences, t } from "../../words";
import { coverageWorkbook, cubeVariables, saidOfCut } from "./choices";

type Row = NonNullable<GapsClassesQuery["coverageCube"]>["rows"][number];

const COLUMNS = ["majorClass", "certificateLevel", "requirements", "covered", "partlyCovered", "unknown", "notCovered", "withoutStandard"] as const;

function Cell({ row, name }: { row: Row | undefined; name: string }) {
  if (!row) return <td><span class="fine">{t("gapsNoPair")}</span></td>;
  const counts = countsOf(row);
  if (sumOf(counts) === 0) return <td><span class="fine">{t("gapsNoStandard", { n: count(row.withoutStandard) })}</span></td>;
  return <td><Bounds counts={counts} /><Bar counts={counts} size="s" about={name} /></td>;
}

function Heat({ rows }: { rows: readonly Row[] }) {
  const classes = unique(rows.map((each) => each.majorClass), (each) => each ?? "");
  return (
    <Lined look="heat" label={t("gapsClasses")} columns={[column(t("gaps_class")), ...LEVELS.map((each) => ({ name: t(each), head: <LevelTag level={each} /> }))]}>
      {classes.map((name) => (
        <tr key={name}>
          <th scope="row">{name ? <a href={changed({ class: name })}><Data>{name}</Data></a> : t("gapsNoClass")}</th>
          {LEVELS.map((level) => <Cell key={level} row={rows.find((each) => each.majorClass === name && each.certificateLevel === level)} name={`${name ?? t("gapsNoClass")}, ${t(level)}`} />)}
        </tr>
      ))}
    </Lined>
  );
}

export function Classes() {
  const variables = cubeVariables();
  const answer = useAnswer<GapsClassesQuery, GapsClassesQueryVariables>(CLASSES, variables);
  return (
    <Shown answer={answer}>
      {({ coverageCube }) => {
        const rows = coverageCube?.rows ?? [];
        return (
          <Figure id="gaps-classes" title={t("gapsClasses")} lead={sentences(t("gapsClassesLead"), saidOfCut(coverageCube))} query={CLASSES} variables={variables} table={tableOf(COLUMNS, rows)} workbook={coverageWorkbook(["CLASS", "CERTIFICATE_LEVEL"])}>
            <Heat rows={rows} />
          </Figure>
        );
      }}
    </Shown>
  );
}
