// Classes of majors against levels of certificates: bounds in each cell, and what can be narrowed to it.
import { changed } from "../../address";
import { useAnswer } from "../../api";
import CLASSES from "../../documents/gaps-classes.graphql";
import type { GapsClassesQuery, GapsClassesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, countsOf, sumOf } from "../../parts/coverage";
import { Figure } from "../../parts/figure";
import { Lined, column } from "../../parts/lined";
import { Data, LEVELS, LevelTag, unique } from "../../parts/small";
import { count, sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { coverageTable, coverageWorkbook, cubeVariables, saidOfCut } from "./choices";

type Row = NonNullable<GapsClassesQuery["coverageCube"]>["rows"][number];

function Cell({ row, name }: { row: Row | undefined; name: string }) {
  if (!row) return <td><span class="fine">{g("gapsNoPair")}</span></td>;
  const counts = countsOf(row);
  if (sumOf(counts) === 0) return <td><span class="fine">{g("gapsNoStandard", { n: count(row.withoutStandard) })}</span></td>;
  return <td><Bounds counts={counts} /><Bar counts={counts} size="s" about={name} /></td>;
}

function Heat({ rows }: { rows: readonly Row[] }) {
  const classes = unique(rows.map((each) => each.majorClass), (each) => each ?? "");
  return (
    <Lined look="heat" label={g("gapsClasses")} columns={[column(g("gaps_class")), ...LEVELS.map((each) => ({ name: t(each), head: <LevelTag level={each} /> }))]}>
      {classes.map((name) => (
        <tr key={name}>
          <th scope="row">{name ? <a href={changed({ class: name })}><Data>{name}</Data></a> : g("gapsNoClass")}</th>
          {LEVELS.map((level) => <Cell key={level} row={rows.find((each) => each.majorClass === name && each.certificateLevel === level)} name={`${name ?? g("gapsNoClass")}, ${t(level)}`} />)}
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
          <Figure id="gaps-classes" title={g("gapsClasses")} lead={sentences(g("gapsClassesLead"), saidOfCut(coverageCube))} query={CLASSES} variables={variables} table={coverageTable(["majorClass", "certificateLevel", "withoutStandard"], rows)} workbook={coverageWorkbook(["CLASS", "CERTIFICATE_LEVEL"])}>
            <Heat rows={rows} />
          </Figure>
        );
      }}
    </Shown>
  );
}
