// Where something stands in the document, as the programs name it: a cell of a sheet, or a row of a table.
import { Code } from "../../../parts/small";
import { w } from "../../../words/import";
import { type Place, columnLetters } from "./report";

export function placeText({ sheet, table, row, column, line }: Place): string {
  if (sheet) return `${sheet}!${columnLetters(column ?? 1)}${row ?? ""}`;
  if (table === null) return w("placeLine", { line: line ?? 0 });
  return `${w("placeTable", { table })} ${row === null ? "" : w("placeRow", { row })}`.trim();
}

export const PlaceTag = ({ place }: { place: Place }) => <Code><span lang="zh-CN">{placeText(place)}</span></Code>;
