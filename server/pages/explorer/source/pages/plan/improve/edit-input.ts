// Accepted edits as the API takes them, for a draft and for what they would change.
import type { TrainingPlanEditInput } from "../../../generated/answers";
import type { Plan, Shift } from "../terms";
import type { Edit } from "./edits";
import { type Weeks, termsMoved } from "./moved-lines";

const more = (hours: number | null | undefined, added: number): number | undefined => (hours == null ? undefined : hours + added);

/** Of the hours that a line gets more, half are practice. */
function ofLine(edit: Edit, plan: Plan): TrainingPlanEditInput {
  const line = plan.courses.find((each) => each.id === edit.line);
  const practice = Math.floor(edit.addedHours / 2);
  const values = { hours: more(edit.hours, edit.addedHours), theoryHours: more(line?.theoryHours, edit.addedHours - practice), practiceHours: more(line?.practiceHours, practice) };
  return { action: "CHANGE_LINE", of: edit.line, line: Object.fromEntries(Object.entries(values).filter(([, each]) => each !== undefined)) };
}

function ofElective({ course, addedHours, practiceHours, semester }: Edit, at: number): TrainingPlanEditInput {
  const practice = practiceHours ?? 0;
  return {
    action: "ADD_LINE", key: `elective-${at + 1}`,
    line: { name: course, module: "EXTENSION", courseNature: "ELECTIVE", hours: addedHours, theoryHours: addedHours - practice, practiceHours: practice, terms: semester === null ? [] : [String(semester)], isCounted: true },
  };
}

/** Courses that begin in another semester. */
export const moveInputs = (shift: Shift, plan: Plan, weeksOf: Weeks): TrainingPlanEditInput[] =>
  plan.courses.flatMap((each) => {
    const by = shift.get(each.id) ?? 0;
    return by === 0 ? [] : [{ action: "CHANGE_LINE" as const, of: each.id, line: termsMoved(each, by, weeksOf) }];
  });

/** What changes lines: a course that only teaches more keeps its line, and gets an alignment in review. */
export const editInputs = (edits: readonly Edit[], plan: Plan): TrainingPlanEditInput[] =>
  edits.filter((each) => each.addedHours > 0).map((each, at) => (each.line === null ? ofElective(each, at) : ofLine(each, plan)));
