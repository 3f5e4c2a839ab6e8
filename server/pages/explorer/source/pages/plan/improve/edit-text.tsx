// An edit in words, and what it teaches.
import { Code, Data } from "../../../parts/small";
import { count, t } from "../../../words";
import { i } from "../../../words/improve";
import type { Edit, Requirement } from "./edits";

export const Requirements = ({ requirements }: { requirements: readonly Requirement[] }) => (
  <ul class="edit-requirements">
    {requirements.map((each) => <li key={each.id}><Code>{each.code}</Code> <Data>{each.text}</Data> <span class="fine">{t(each.level)}</span></li>)}
  </ul>
);

export function editText({ line, hours, addedHours, semester, practiceHours }: Edit): string {
  if (line === null && semester !== null) return i("newElective", { n: count(addedHours), p: count(practiceHours ?? 0), s: semester });
  if (addedHours === 0) return i("teachesMore");
  return hours === null ? i("moreHours", { n: count(addedHours) }) : i("hoursFromTo", { a: count(hours), b: count(hours + addedHours), n: count(addedHours) });
}
