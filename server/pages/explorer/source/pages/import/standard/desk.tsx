// The workbench of a standard: the tree as read with the page next to it, doubts, questions, and what confirming writes.
import { useMemo } from "preact/hooks";
import { Data, unique } from "../../../parts/small";
import { label, listed } from "../../../words";
import { cw } from "../../../words/correcting";
import { w } from "../../../words/import";
import { standardWord } from "../../../words/import-standard";
import { editor } from "../../review/decisions";
import { Confirm } from "../confirming";
import { useCorrected } from "../corrected";
import { FileFacts } from "../facts";
import type { Job } from "../job";
import { Remarks } from "../remarks";
import { CorrectionList } from "./correct";
import { corrections, keepAsked, openProblems, takeUp } from "../corrections";
import { Page, PlaceButton } from "./page";
import { type PlacedItem, type Remark, type StandardReport, isSamePlace, isTeaching, placedItems } from "./report";
import { SkillHead, SkillTreeRead, requirementCount } from "./skill";
import { CoursesRead, RulesRead, TeachingHead } from "./teaching";

/** Where a remark stands, with its level: codes start anew at each. */
const placeOf = (items: readonly PlacedItem[]) => (remark: Remark) => {
  const levels = unique(items.filter((item) => remark.places.some((each) => isSamePlace(item.place, each))).flatMap(({ key }) => key.split(":")[0] ?? []), (each) => each);
  return <>{levels.length > 0 && <span class="fine">{listed(levels.map(label))} </span>}{remark.places.map((each, at) => <PlaceButton key={at} place={each} at="" name={remark.subject} />)}</>;
};

/** That a person corrected, or confirmed as printed, every item on which a remark is. */
const markOf = (items: readonly PlacedItem[]) => (remark: Remark) => {
  const on = items.filter(({ kind, place }) => (place.box || kind === "requirement" || kind === "course") && remark.places.some((each) => isSamePlace(place, each)));
  const found = on.flatMap(({ key }) => corrections.value.get(key) ?? []);
  if (on.length === 0 || found.length < on.length) return null;
  return <span class="tag">{cw(found.every(({ text, read, code, level, remove }) => text === read && !code && !level && !remove) ? "checked" : "corrected")}</span>;
};

/** What confirming writes, counted from the report: nothing else is written. */
function countsOf(report: StandardReport): (readonly [string, number])[] {
  if (isTeaching(report)) return [[standardWord("coursesWord"), report.courses.length], [w("rules"), report.rules.length]];
  const areas = report.levels.flatMap((each) => each.areas);
  return [
    [standardWord("levelsWord"), report.levels.length],
    [standardWord("areasWord"), areas.length],
    [standardWord("tasksWord"), areas.reduce((sum, each) => sum + each.tasks.length, 0)],
    [standardWord("requirementsWord"), report.levels.reduce((sum, each) => sum + requirementCount(each), 0)],
  ];
}

export function StandardDesk({ job: reported, onTurn }: { job: Job; onTurn: () => void }) {
  useMemo(() => takeUp(reported, editor.value?.name ?? "", reported.state === "CONFIRMED"), [reported, editor.value]);
  const corrected = [...corrections.value.values()];
  const job = useCorrected(reported, corrected, keepAsked);
  const read = useMemo(() => JSON.parse(job.report ?? "{}") as StandardReport, [job.report]);
  const items = useMemo(() => placedItems(read), [read]);
  const report = { ...read, problems: openProblems(read.problems) };
  return (
    <>
      <section class="card">
        <h2><Data>{report.standard.title}</Data></h2>
        {isTeaching(report) ? <TeachingHead report={report} /> : <SkillHead report={report} />}
        <FileFacts file={report.file} job={job} />
      </section>
      <Remarks report={report} place={placeOf(items)} mark={markOf(items)} />
      <div class="beside">
        <div>{isTeaching(report) ? <><CoursesRead report={report} /><RulesRead report={report} /></> : <SkillTreeRead report={report} />}</div>
        {items.length > 0 && <Page items={items} pages={report.file.pages} />}
      </div>
      <Confirm job={job} counts={countsOf(report)} onTurn={onTurn} corrections={corrected}><CorrectionList /></Confirm>
    </>
  );
}
