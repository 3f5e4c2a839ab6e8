// What is selected, next to what decides on it: the item that is open may be another.
import { Data } from "../../parts/small";
import { sentences } from "../../words";
import { t } from "../../words/reviewing";
import { type Item, isReworded, itemKey } from "./decisions";
import type { Suggestion } from "./suggestions";

/** So many are in sight at once. */
const SHORT = 10;

interface SelectedProps {
  items: readonly Item[];
  suggestionsOf: (item: Item) => readonly Suggestion[];
}

/** The programme of a course: two proposals for the same requirement of it cover it once. */
function holderOf(course: Item["course"]): string | undefined {
  return course?.__typename === "Course" ? course.teachingStandard?.id : course?.__typename === "PlanCourse" ? course.trainingPlan?.id : undefined;
}

export function Selected({ items, suggestionsOf }: SelectedProps) {
  const decided = items.filter((each) => each.work === "DECIDE");
  const reworded = decided.filter(isReworded).length;
  const gained = new Set(decided.filter(({ gain }) => gain > 0).map(({ requirement, course }) => `${requirement?.id} ${holderOf(course)}`));
  return (
    <section class="card selected">
      <details open={items.length <= SHORT}>
        <summary>{t("selectedTitle", { n: items.length })}</summary>
        <ul class="plain-list">{items.map((each) => <li key={itemKey(each)}><Data>{each.course?.displayName ?? suggestionsOf(each)[0]?.course.displayName ?? t("reviewNoCourse")}</Data> → <Data>{each.requirement?.text ?? each.alignment?.id}</Data></li>)}</ul>
      </details>
      {decided.length > 0 && <p class="fine">{sentences(gained.size > 0 ? t("reviewGain", { n: gained.size }) : t("queueNoGain"), reworded > 0 ? t("reviewRewordedAmong", { n: reworded }) : "")}</p>}
    </section>
  );
}
