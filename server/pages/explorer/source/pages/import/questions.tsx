// What the import will ask a person, and what stands in its way.
import { ApiError } from "../../api";
import { Data } from "../../parts/small";
import { count } from "../../words";
import { w } from "../../words/import";
import type { Job } from "./job";
import { Refusal } from "./refusal";

export function Questions({ job }: { job: Job }) {
  if (job.error) return <Refusal error={new ApiError(job.error.code, job.error.message)} />;
  return (
    <section class="card">
      <h2>{w("questions")} <span class="number">{count(job.questions.length)}</span></h2>
      {job.questions.length === 0 ? <p class="fine">{w("questionsNone")}</p> : <p class="lead">{w("questionsLead")}</p>}
      <ol class="plain-list">{job.questions.map((each) => <li key={each.name}>{each.subject && <><Data>{each.subject}</Data> · </>}{each.text} <span class="fine"><Data>{each.choices.join("、")}</Data></span></li>)}</ol>
    </section>
  );
}
