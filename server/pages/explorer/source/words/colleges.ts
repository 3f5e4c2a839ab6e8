// What lists of colleges say in a few fixed terms, in the language of the page. Other texts stand as in the data.
import { language } from "../address";

const TERMS: readonly (readonly [chinese: string, english: string])[] = [
  ["公办", "public"],
  ["民办", "private"],
  ["合作办学", "joint venture"],
  ["高水平专业群", "high-level programme group"],
  ["高水平学校", "high-level school"],
  ["A档", " tier A"],
  ["B档", " tier B"],
  ["C档", " tier C"],
  ["+", " + "],
];

/** Every term of a text; what has another word in it is left as it is. */
export function termsOf(text: string): string {
  if (language.value !== "en") return text;
  const english = TERMS.reduce((said, [chinese, term]) => said.replaceAll(chinese, term), text).trim();
  return /\p{Script=Han}/u.test(english) ? text : english;
}

/** The language of what `termsOf` gave. */
export const languageOf = (text: string): string | undefined => (/\p{Script=Han}/u.test(text) ? "zh-CN" : undefined);
