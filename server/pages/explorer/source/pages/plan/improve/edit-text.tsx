// An edit in words, and what it teaches.
import { Code, Data } from "../../../parts/small";
import { count, leading, listed, t } from "../../../words";
import { i } from "../../../words/improve";
import type { Edit, Requirement } from "./edits";

/** As many requirements of an edit stand open; more would hide the next edit. */
const OPEN_MOST = 6;

export const Requirements = ({ requirements }: { requirements: readonly Requirement[] }) => (
  <ul class="edit-requirements">
    {requirements.map((each) => <li key={each.id}><Code>{each.code}</Code> <Data>{each.text}</Data> <span class="fine">{t(each.level)}</span>{each.ground && <span class="fine ground">{i(`ground_${each.ground}`, { code: each.through?.code ?? "" })}</span>}</li>)}
  </ul>
);

const Taught = ({ requirements }: { requirements: readonly Requirement[] }) =>
  requirements.length <= OPEN_MOST ? <Requirements requirements={requirements} /> : (
    <details class="edit-more"><summary>{i("teaches", { n: count(requirements.length) })}</summary><Requirements requirements={requirements} /></details>
  );

function editText({ line, hours, addedHours, semester, practiceHours }: Edit): string {
  if (line === null && semester !== null) return i("newElective", { n: count(addedHours), p: count(practiceHours ?? 0), s: semester });
  if (addedHours === 0) return i("teachesMore");
  return hours === null ? i("moreHours", { n: count(addedHours) }) : i("hoursFromTo", { a: count(hours), b: count(hours + addedHours), n: count(addedHours) });
}

/** What an edit changes, what it teaches, and for a new elective the courses that it may repeat. */
export const EditBody = ({ edit }: { edit: Edit }) => (
  <>
    <p class="fine">{editText(edit)}</p>
    {edit.line === null && edit.semester !== null && <p class="fine ground">{i("groundElective")}</p>}
    {edit.similar.length > 0 && <p class="fine similar">{leading(i("similar"))}<Data>{listed(edit.similar)}</Data></p>}
    <Taught requirements={edit.requirements} />
  </>
);
