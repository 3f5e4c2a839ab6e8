// Where a course is proposed for a requirement: the page of review, with that requirement open whether the queue has it or not.
import { link, param } from "../../address";

const start = (subject: string): string => `search:${subject}:`;

/** Names a requirement that courses of a subject are proposed for: each subject is searched by itself. */
export const searchKey = (subject: string, requirement: string): string => start(subject) + requirement;

/** The requirement that a key names for a subject; null: it names something else. */
export const searchedIn = (key: string | null, subject: string | null): string | null =>
  key && subject && key.startsWith(start(subject)) ? key.slice(start(subject).length) : null;

export const proposeLink = (subject: string, target: string | null, requirement: string): string =>
  link(["review"], { subject, target, standard: target === param("target") ? param("standard") : null, at: searchKey(subject, requirement) });
