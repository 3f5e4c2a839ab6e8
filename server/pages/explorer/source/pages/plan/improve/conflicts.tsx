// Rules that stand in each other's way, with the least that each alone would have to give.
import { Data } from "../../../parts/small";
import { count, listed } from "../../../words";
import { i } from "../../../words/improve";

interface Rule {
  code: string;
  subjects: readonly string[];
  text: string;
  gives?: number | null;
}

export function Conflicts({ conflicts, lead }: { conflicts: readonly { rules: readonly Rule[] }[]; lead: string }) {
  if (conflicts.length === 0) return null;
  return (
    <section class="card">
      <h3>{i("conflicts")}</h3>
      <p class="lead">{lead}</p>
      <ul class="plain-list">
        {conflicts.map(({ rules }, at) => (
          <li key={at}>
            <ul>
              {rules.map((each, place) => (
                <li key={place}>{each.text} {each.subjects.length > 0 && <Data>{listed(each.subjects)}</Data>} <span class="fine">{each.gives == null ? "" : i("gives", { n: count(each.gives) })}</span></li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
