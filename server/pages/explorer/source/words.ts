// The words of the page in both languages; the compiler holds the two to the same keys.
import { language } from "./address";
import { en } from "./words/en";
import { zh } from "./words/zh";

export type Word = keyof typeof zh;

/** English has a form for one thing, which stands before the other: "{n} course|{n} courses". */
function formOf(text: string, number: string | number | undefined): string {
  const [one = "", many = one] = text.split("|");
  return String(number) === "1" ? one : many;
}

export type Values = Record<string, string | number>;

/** A text with its values filled in. */
export const phrase = (text: string, values: Values): string =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)), formOf(text, values.n));

export const t = (word: Word, values: Values = {}): string => phrase((language.value === "en" ? en : zh)[word], values);

/** The word of a code of the API: the code itself where the page has no word for it. */
export const label = (code: string | null | undefined): string =>
  code == null ? t("unknown") : code in zh ? t(code as Word) : code;

const locale = (): string => (language.value === "en" ? "en" : "zh-CN");
export const count = (value: number | null | undefined): string =>
  value == null ? t("unknown") : new Intl.NumberFormat(locale()).format(value);
const TENTHS = 1000;
/** A share in per cent, rounded half up; 0.0% and 100.0% stand for none and all alone. */
export function percent(value: number): string {
  const tenths = Math.round(Number((value * TENTHS).toPrecision(12)));
  const shown = tenths === 0 && value > 0 ? 1 : tenths === TENTHS && value < 1 ? TENTHS - 1 : tenths;
  return `${(shown / 10).toFixed(1)}%`;
}
export const day = (value: string | null | undefined): string => (value ? value.slice(0, 10) : t("unknown"));
/** Who proposed or reviewed; the house's own judgement has a name in both languages. */
export const person = (name: string): string => (name === "oneplusx editorial" ? t("editorialTeam") : name);
/** Sentences in a row: Chinese ones have no space between them. */
export const sentences = (...each: readonly string[]): string => each.filter(Boolean).join(language.value === "en" ? " " : "");
/** Words that lead to what follows them: after a Chinese colon there is no blank. */
export const leading = (text: string): string => (language.value === "en" ? `${text} ` : text);
/** Several names in a row, with the comma of the language. */
export const listed = (names: readonly string[]): string => names.join(language.value === "en" ? ", " : "、");
