// What was saved last, said on the view that the saving led to.
import { signal } from "@preact/signals";
import { changed, param } from "../../address";
import { Data } from "../../parts/small";
import { count, listed } from "../../words";
import { p } from "../../words/plan";
import { type Plan, isDraft } from "./terms";

interface Saved {
  plan: string;
  /** Of the draft with what was saved: a later change, or taking it back, has another. */
  editVersion: number;
  view: string;
  /** Why, as the audit trail has it. */
  reason: string;
  courses: readonly string[];
}

const NAMES_MOST = 8;
export const saved = signal<Saved | null>(null);

export function SavedNote({ plan }: { plan: Plan }) {
  const last = saved.value;
  if (last === null || last.plan !== plan.id || last.editVersion !== plan.editVersion || !isDraft(plan) || last.view !== param("view")) return null;
  const { courses, reason, view } = last;
  const more = courses.length > NAMES_MOST ? " …" : "";
  return (
    <section class="card saved-note" role="status">
      <p><b>{courses.length > 0 ? p("savedDone", { n: count(courses.length) }) : p("savedOnly")}</b> <Data>{reason}</Data></p>
      <p class="fine"><Data>{listed(courses.slice(0, NAMES_MOST))}{more}</Data></p>
      <p class="row">
        {view !== "board" && <a class="button small" href={changed({ view: "board", from: null })}>{p("view_board")}</a>}
        {view !== "versions" && <a class="button small" href={changed({ view: "versions" })}>{p("view_versions")}</a>}
      </p>
    </section>
  );
}
