// What a student chooses, the certificates of the plan, and its texts and weeks.
import { Data } from "../../../parts/small";
import { count, label, listed } from "../../../words";
import { cw } from "../../../words/correcting";
import { w } from "../../../words/import";
import { Folded } from "../facts";
import { PlaceTag } from "./places";
import { type Group, type Plan, asWritten } from "./report";

const members = (plan: Plan, group: Group): string[] => plan.lines.filter((each) => each.group === group.number).map((each) => each.name);

/** A person made it in this report: it stands nowhere in the document. */
const isMade = ({ place }: Group): boolean => place.page === 0;

function groupText(plan: Plan, { kind, choose, credits, options, ...rest }: Group): string {
  if (kind === "CHOOSE_CREDITS") return w(kind, { credits: credits === null ? w("unknownFigure") : count(asWritten("credits", credits)) });
  const lines = plan.lines.filter((each) => each.group === rest.number);
  const n = new Set(lines.map((each) => each.option ?? each.number)).size || options.length;
  return w(kind, { choose: choose ?? 1, n });
}

export const Groups = ({ plan }: { plan: Plan }) => (
  <section class="card">
    <h2>{w("groups")}</h2>
    {plan.groups.length === 0 && <p class="fine">{w("groupsNone")}</p>}
    <ul class="plain-list">
      {plan.groups.filter((each) => members(plan, each).length > 0).map((each) => (
        <li key={each.number}>
          <b>{w("inGroup", { n: each.number })}</b> {groupText(plan, each)} {isMade(each) ? <span class="tag by-hand">{cw("byHand")}</span> : <PlaceTag place={each.place} />} <Data>{each.label}</Data>
          <Folded title={w("coursesCount", { n: members(plan, each).length })}><Data>{members(plan, each).join("、")}</Data></Folded>
        </li>
      ))}
    </ul>
  </section>
);

export const Certificates = ({ plan }: { plan: Plan }) => (
  <section class="card edge-x">
    <h2>{w("certificates")}</h2>
    {plan.certificates.length === 0 && <p class="fine">{w("certificatesNone")}</p>}
    <ul class="plain-list">
      {plan.certificates.map((each, at) => (
        <li key={at}>
          <Data>{each.name}</Data> {each.level ? label(each.level) : <Data>{each.levelText}</Data>} {each.semesters.length > 0 && w("semesters", { terms: listed(each.semesters.map(String)) })} <PlaceTag place={each.place} />
          {(each.issuer || each.courses.length > 0) && <span class="fine"> <Data>{[each.issuer, each.courses.join("、")].filter(Boolean).join("；")}</Data></span>}
        </li>
      ))}
    </ul>
  </section>
);

export const Texts = ({ plan }: { plan: Plan }) => plan.outcomes.length + plan.weeks.length + plan.notes.length > 0 && (
  <section class="card quiet">
    {plan.outcomes.length > 0 && <Folded title={`${w("outcomes")} ${count(plan.outcomes.length)}`}><ul>{plan.outcomes.map((each, at) => <li key={at}><Data>{each.text}</Data></li>)}</ul></Folded>}
    {plan.weeks.length > 0 && <Folded title={`${w("weekTable")} ${count(plan.weeks.length)}`}><ul>{plan.weeks.map((each, at) => <li key={at}>{w("semesters", { terms: each.semester ?? w("unknownFigure") })} <Data>{Object.entries(each.weeks).map(([name, weeks]) => `${name} ${asWritten("weeks", weeks)}`).join(" · ")}</Data></li>)}</ul></Folded>}
    {plan.notes.length > 0 && <Folded title={`${w("notes")} ${count(plan.notes.length)}`}><ul>{plan.notes.map((each, at) => <li key={at}><Data>{each.text}</Data></li>)}</ul></Folded>}
  </section>
);
