// Courses of one plan that have the same name, told apart: for a reader by line, code and module, for a solver by number.
import { p } from "../../words/plan";

interface Named {
  name: string;
  sequence: number;
  courseCode?: string | null | undefined;
  moduleText?: string | null | undefined;
}

/** The name of a course; of several courses of the name also which line of the plan it is. */
export function labelOf({ name, sequence, courseCode, moduleText }: Named, courses: readonly Named[]): string {
  if (courses.filter((each) => each.name === name).length < 2) return name;
  const d = [courseCode, moduleText].filter(Boolean).join(" ");
  return p(d ? "sameName" : "sameNameAlone", { name, n: sequence, d });
}

/** The labels of the courses that count, by the names under which a solver finds one of them alone: of several, A #2. */
export function labelsOf(courses: readonly (Named & { isCounted?: boolean | null | undefined })[]): Map<string, string> {
  const counted = courses.filter((each) => each.isCounted ?? true);
  return new Map(counted.map((course, at) => {
    const ofName = counted.filter((each) => each.name === course.name).length;
    const number = counted.slice(0, at + 1).filter((each) => each.name === course.name).length;
    return [ofName < 2 ? course.name : `${course.name} #${number}`, labelOf(course, courses)];
  }));
}
