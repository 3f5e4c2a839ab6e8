// Pilot figures in the language of the page: the data has what they count in English, the API its Chinese.
import { language } from "../address";

/** A text of the data in English, or its label in Chinese. */
export const said = (english: string | null | undefined, chinese: string | null | undefined): string => (language.value === "en" ? english : chinese) ?? "";

/** A figure with its unit; a percent sign stands at the figure. */
export const figure = (value: string, unit: string): string => (!unit ? value : unit === "%" ? `${value}%` : `${value} ${unit}`);
