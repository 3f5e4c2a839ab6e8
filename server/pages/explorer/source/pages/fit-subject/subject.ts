// What a fit measures: the courses of a standard, of a plan, or of a set that a person chose.
import type { FitEndsQuery, FitPickedQuery, FitSetQuery } from "../../generated/answers";
import { unique } from "../../parts/small";
import { fitWord } from "../../words/fit-subject";

export type SubjectNode = Extract<NonNullable<FitEndsQuery["subject"]>, { __typename: "TeachingStandard" | "TrainingPlan" }>;

/** Whose course it is: what is reviewed, and proposed for. */
export interface Holder {
  id: string;
  name: string;
}
export interface Course {
  id: string;
  name: string;
  /** A module of a standard is a code, that of a plan the words of the plan. */
  module: string;
  holder: Holder | null;
}
export interface Subject {
  /** The arguments of the API that name it. */
  asked: { subject: string } | { courses: string[] };
  /** Null: a set of courses. */
  node: SubjectNode | null;
  courses: readonly Course[];
  holders: readonly Holder[];
}

type Standard = { id: string; displayName?: string | null; year: number } | null | undefined;
type Plan = { id: string; displayName?: string | null; collegeName?: string | null; grade?: string | null } | null | undefined;

export const planName = ({ displayName, collegeName, grade }: NonNullable<Plan>): string => [collegeName, grade, displayName].filter(Boolean).join(" ");
const ofStandard = (standard: Standard): Holder | null => (standard ? { id: standard.id, name: `${standard.displayName ?? ""} ${standard.year}` } : null);
const ofPlan = (plan: Plan): Holder | null => (plan ? { id: plan.id, name: planName(plan) } : null);

function coursesOf(node: SubjectNode, holder: Holder): Course[] {
  return node.__typename === "TeachingStandard"
    ? node.courses.map(({ id, name, module }) => ({ id, name, module: module ?? "noModule", holder }))
    : node.planCourses.map(({ id, name, moduleText }) => ({ id, name, module: moduleText ?? "noModule", holder }));
}

export function subjectOf(node: SubjectNode): Subject {
  const holder: Holder = { id: node.id, name: node.displayName ?? node.id };
  return { asked: { subject: node.id }, node, courses: coursesOf(node, holder), holders: [holder] };
}

/** Courses in the order in which they were asked for. */
export function coursesFound(found: FitPickedQuery | FitSetQuery, ids: readonly string[]): Course[] {
  const courses: Course[] = [
    ...found.courses.nodes.map((each) => ({ id: each.id, name: each.name, module: ("module" in each && each.module) || "noModule", holder: ofStandard(each.teachingStandard) })),
    ...found.planCourses.nodes.map((each) => ({ id: each.id, name: each.name, module: ("moduleText" in each && each.moduleText) || "noModule", holder: ofPlan(each.trainingPlan) })),
  ];
  return ids.flatMap((id) => courses.find((each) => each.id === id) ?? []);
}

export function setOf(found: FitSetQuery, ids: string[]): Subject {
  const courses = coursesFound(found, ids);
  return { asked: { courses: ids }, node: null, courses, holders: unique(courses.flatMap((each) => each.holder ?? []), (each) => each.id) };
}

export const subjectName = ({ node, courses }: Subject): string => node?.displayName ?? node?.id ?? (courses.length === 1 ? (courses[0]?.name ?? "") : fitWord("courseSet", { n: courses.length }));
