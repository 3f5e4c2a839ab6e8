// The totals that the document states, next to those of its lines: where they differ is said in words.
import { Lined, column, numbers } from "../../../parts/lined";
import { Data } from "../../../parts/small";
import { w } from "../../../words/import";
import { figureText, intervalText } from "./figures";
import { PlaceTag } from "./places";
import { type Plan, type Total, compare } from "./report";

const nameOf = (figure: string): string => (figure === "weeks" ? w("totalWeeks") : figure === "credits" || figure === "hours" || figure === "theoryHours" || figure === "practiceHours" ? w(figure) : figure);

function TotalRows({ total }: { total: Total }) {
  return (
    <>
      {Object.entries(total.stated).map(([figure, stated]) => {
        const ours = total.ours[figure];
        const result = ours && compare(stated, ours);
        return (
          <tr key={figure}>
            <td><PlaceTag place={total.place} /></td>
            <th scope="row"><Data>{total.label}</Data> <span class="fine">{total.scope === null ? w("scopeWhole") : <Data>{total.scope}</Data>}</span></th>
            <td>{nameOf(figure)}</td>
            <td class="number">{figureText(figure, stated)}</td>
            <td class="number short">{ours ? intervalText(figure, ours) : w("unknownFigure")}</td>
            <td>{result && <span class={`tag total-${result}`}>{w(result)}</span>}</td>
          </tr>
        );
      })}
    </>
  );
}

export function Totals({ plan }: { plan: Plan }) {
  return (
    <section class="card">
      <h2>{w("totals")}</h2>
      {plan.totals.length === 0 ? <p class="fine">{w("totalsNone")}</p> : (
        <>
          <p class="lead">{w("totalsLead")}</p>
          <Lined label={w("totals")} columns={[column(w("place")), column(w("totalLabel")), column(w("figure")), numbers(w("stated")), numbers(w("ours")), column(w("result"))]}>
            {plan.totals.map((each, at) => <TotalRows key={at} total={each} />)}
          </Lined>
        </>
      )}
    </section>
  );
}
