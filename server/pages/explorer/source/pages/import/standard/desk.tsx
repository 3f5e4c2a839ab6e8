// The workbench of a standard: the tree as read with the page next to it, doubts, and questions.
import { useMemo } from "preact/hooks";
import { Data } from "../../../parts/small";
import { FileFacts } from "../facts";
import type { Job } from "../job";
import { Questions } from "../questions";
import { Remarks } from "../remarks";
import { Page, PlaceButton } from "./page";
import { type Remark, type StandardReport, isTeaching, placedItems } from "./report";
import { SkillHead, SkillTreeRead } from "./skill";
import { CoursesRead, RulesRead, TeachingHead } from "./teaching";

const placeOf = (remark: Remark) => remark.places.map((each, at) => <PlaceButton key={at} place={each} at="" name={remark.subject} />);

export function StandardDesk({ job }: { job: Job }) {
  const report = useMemo(() => JSON.parse(job.report ?? "{}") as StandardReport, [job.report]);
  const items = useMemo(() => placedItems(report), [report]);
  return (
    <>
      <section class="card">
        <h2><Data>{report.standard.title}</Data></h2>
        {isTeaching(report) ? <TeachingHead report={report} /> : <SkillHead report={report} />}
        <FileFacts file={report.file} job={job} />
      </section>
      <Remarks report={report} place={placeOf} />
      <div class="beside">
        <div>{isTeaching(report) ? <><CoursesRead report={report} /><RulesRead report={report} /></> : <SkillTreeRead report={report} />}</div>
        {items.length > 0 && <Page items={items} pages={report.file.pages} />}
      </div>
      <Questions job={job} />
    </>
  );
}
