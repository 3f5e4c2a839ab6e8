// A page of the document, drawn from the places of what was read; where there are no fixed pages, its tables by row.
import { useEffect, useRef } from "preact/hooks";
import { filter, param } from "../../../address";
import { Data } from "../../../parts/small";
import { w } from "../../../words/import";
import { standardWord } from "../../../words/import-standard";
import type { Place, PlacedItem, Remark } from "./report";
import { isSamePlace } from "./report";

const A4 = { short: 595, long: 842 };
const PERCENT = 100;

export function placeText({ page, table, row, box }: Place): string {
  const parts = [box || table === null ? standardWord("placePage", { page }) : "", table === null ? "" : w("placeTable", { table }), row === null ? "" : w("placeRow", { row })];
  return parts.filter(Boolean).join(" ");
}

/** Where something stands; a press shows it on the page. */
export function PlaceButton({ place, at, name }: { place: Place; at: string; name: string }) {
  // The row is in the label; where there is a page, its number is enough for the eye.
  return <button type="button" class="place-button at-place" title={placeText(place)} aria-label={standardWord("showItem", { place: placeText(place), name })} onClick={() => filter({ page: String(place.page), at })}>{place.box ? standardWord("placePage", { page: place.page }) : placeText(place)}</button>;
}

/** The remark on an item, if there is one. */
export const remarksOn = (place: Place, remarks: readonly Remark[]): Remark[] =>
  remarks.filter((each) => each.places.some((other) => isSamePlace(other, place)));

function sizeOf(items: readonly PlacedItem[]): { width: number; height: number } {
  const right = Math.max(0, ...items.map(({ place }) => place.box?.[2] ?? 0));
  const bottom = Math.max(0, ...items.map(({ place }) => place.box?.[3] ?? 0));
  const isWide = right > A4.short;
  return { width: Math.max(right, isWide ? A4.long : A4.short), height: Math.max(bottom, isWide ? A4.short : A4.long) };
}

/** The lists of the page say the same in words: this drawing is for the eye and the mouse. */
function Sketch({ items, at }: { items: readonly PlacedItem[]; at: string | null }) {
  const { width, height } = sizeOf(items);
  const chosen = useRef<HTMLDivElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: "nearest" }), [at, items[0]?.place.page]);
  return (
    <div class="sketch" aria-hidden="true" style={{ aspectRatio: `${width} / ${height}` }}>
      {items.map(({ key, code, text, kind, place: { box } }, number) => box && (
        <div key={number} ref={key === at ? chosen : null} class={`box box-${kind} ${key === at ? "on" : ""}`} onClick={() => filter({ at: key })}
          style={{ left: `${(box[0] / width) * PERCENT}%`, top: `${(box[1] / height) * PERCENT}%`, width: `${((box[2] - box[0]) / width) * PERCENT}%`, height: `${((box[3] - box[1]) / height) * PERCENT}%` }}>
          <span lang="zh-CN">{code} {text}</span>
        </div>
      ))}
    </div>
  );
}

function Rows({ items, at }: { items: readonly PlacedItem[]; at: string | null }) {
  const chosen = useRef<HTMLTableRowElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: "nearest" }), [at]);
  const sorted = [...items].sort((one, other) => (one.place.table ?? 0) - (other.place.table ?? 0) || (one.place.row ?? 0) - (other.place.row ?? 0));
  return (
    <div class="scroll rows" role="region" aria-label={w("sketch")} tabIndex={0}>
      <table class="plain">
        <thead><tr><th scope="col">{w("place")}</th><th scope="col">{standardWord("treeText")}</th></tr></thead>
        <tbody>{sorted.map(({ key, code, text, place }, number) => <tr key={number} ref={key === at ? chosen : null} class={key === at ? "on" : ""}><td class="fine">{placeText(place)}</td><td><Data>{code} {text}</Data></td></tr>)}</tbody>
      </table>
    </div>
  );
}

export function Page({ items, pages }: { items: readonly PlacedItem[]; pages: number }) {
  const numbers = [...new Set(items.map(({ place }) => place.page))].sort((one, other) => one - other);
  const wanted = Number(param("page"));
  const page = numbers.includes(wanted) ? wanted : (numbers[0] ?? 1);
  const here = items.filter(({ place }) => place.page === page);
  const place = numbers.indexOf(page);
  const turn = (to: number | undefined): void => filter({ page: String(to), at: null });
  const hasBoxes = here.some((each) => each.place.box);
  return (
    <section class="card page-card" aria-labelledby="page-title">
      <div class="row">
        <h2 id="page-title">{hasBoxes ? standardWord("sketchPage", { page }) : w("sketch")}</h2>
        {numbers.length > 1 && <>
          <button type="button" class="button small" disabled={place <= 0} onClick={() => turn(numbers[place - 1])}>{standardWord("previousPage")}</button>
          <button type="button" class="button small" disabled={place >= numbers.length - 1} onClick={() => turn(numbers[place + 1])}>{standardWord("nextPage")}</button>
        </>}
      </div>
      <p class="lead" role="status">{hasBoxes && `${page} / ${pages} · `}{standardWord("sketchItems", { n: here.length })}</p>
      <p class="fine">{w(hasBoxes ? "sketchLead" : "tablesLead")}</p>
      {hasBoxes ? <Sketch items={here} at={param("at")} /> : <Rows items={here} at={param("at")} />}
    </section>
  );
}
