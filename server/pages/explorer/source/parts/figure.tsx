// A figure: title, how to read it, the drawing; below it the same data as table, query and file.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { language } from "../address";
import { t } from "../words";
import { languageOf } from "../words/colleges";

/** Null is what nobody knows, an empty text what there cannot be: of a province without plans, say, what its plans cover. */
export type Cell = string | number | null | undefined;

export interface Table {
  /** The head of each column in the language of the page, by a name that stays the same: the one in JSON. */
  columns: Readonly<Record<string, string>>;
  rows: readonly (readonly Cell[])[];
}

/** A table of what the API answered, under its own names, which a language may have words for. */
export const tableOf = <Name extends string>(columns: readonly Name[], rows: readonly Partial<Record<Name, Cell>>[], wordOf: (name: Name) => string = (name) => name): Table => ({
  columns: Object.fromEntries(columns.map((each) => [each, wordOf(each)])),
  rows: rows.map((row) => columns.map((each) => row[each])),
});

interface Props {
  id: string;
  title: ComponentChildren;
  lead?: ComponentChildren;
  query: string;
  variables: object;
  table: Table;
  /** Where the server writes the same as a workbook. */
  workbook?: string;
  children: ComponentChildren;
}

const PREVIEW_ROWS = 200;
const hasApiPage = document.documentElement.dataset.apiPage !== undefined;

/** Where there is no API page nothing leads to it. */
export const QueryLink = ({ query, variables }: { query: string; variables: object }) =>
  hasApiPage ? <a href={apiPageLink(query, variables)}>{t("query")}</a> : null;

function apiPageLink(query: string, variables: object): string {
  const search = new URLSearchParams({ lang: language.value, query, variables: JSON.stringify(variables) });
  return `/api?${search}`;
}

// A spreadsheet runs what begins like a formula.
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const csvCell = (cell: Cell): string => (typeof cell === "number" ? String(cell) : `"${guarded(cell ?? t("unknown")).replaceAll('"', '""')}"`);
export const csvOf = ({ columns, rows }: Table): string =>
  `\ufeff${[Object.values(columns), ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
const jsonOf = ({ columns, rows }: Table): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(Object.keys(columns).map((name, at) => [name, row[at] === "" ? null : (row[at] ?? null)]))), null, 1);

export function save(name: string, content: Blob): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

/** A code, such as that of a requirement, or a word or two: no line breaks within it. */
const SHORT = /^(?:[\w.-]{1,12}|[\w .-]{1,14}|\p{Script=Han}{1,6})$/u;

function DataTable({ table }: { table: Table }) {
  return (
    <div class="scroll under" role="region" aria-label={t("data")} tabIndex={0}>
      <table class="plain">
        <thead><tr>{Object.entries(table.columns).map(([name, head]) => <th key={name} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {table.rows.slice(0, PREVIEW_ROWS).map((row, at) => (
            <tr key={at}>{row.map((cell, column) => <td key={column} class={typeof cell === "number" ? "number" : SHORT.test(String(cell)) ? "whole" : ""} lang={languageOf(String(cell))}>{cell === "" ? "—" : (cell ?? t("unknown"))}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > PREVIEW_ROWS && <p class="fine">{t("shown", { a: PREVIEW_ROWS, b: table.rows.length })}</p>}
    </div>
  );
}

function Query({ query, variables }: { query: string; variables: object }) {
  const [isCopied, setIsCopied] = useState(false);
  const shown = JSON.stringify(variables, null, 2);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${query}\n# ${t("variables")}\n${shown}\n`);
    setIsCopied(true);
  };
  return (
    <div class="under">
      <p class="row">
        {hasApiPage && <a class="button small primary" href={apiPageLink(query, variables)}>{t("openInApi")}</a>}
        <button type="button" class="button small" onClick={() => void copy()}>{isCopied ? t("copied") : t("copyQuery")}</button>
      </p>
      <pre tabIndex={0} role="region" aria-label={t("query")}>{query}</pre>
      <pre tabIndex={0} role="region" aria-label={t("variables")}>{shown}</pre>
    </div>
  );
}

export function Figure({ id, title, lead, query, variables, table, workbook, children }: Props) {
  const [open, setOpen] = useState<"data" | "query" | null>(null);
  const figure = useRef<HTMLElement>(null);
  const picture = async (type: "png" | "svg"): Promise<void> => {
    const { pngOf, svgOf } = await import("../charts/picture");
    if (figure.current) save(`${id}.${type}`, await (type === "png" ? pngOf : svgOf)(figure.current));
  };
  const tool = (name: "data" | "query") => (
    <button type="button" aria-expanded={open === name} onClick={() => setOpen(open === name ? null : name)}>{t(name)}</button>
  );
  return (
    <section class="card figure" ref={figure} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
      <div class="tools">
        {tool("data")}
        {tool("query")}
        <button type="button" onClick={() => save(`${id}.csv`, new Blob([csvOf(table)], { type: "text/csv" }))}>CSV</button>
        <button type="button" onClick={() => save(`${id}.json`, new Blob([jsonOf(table)], { type: "application/json" }))}>JSON</button>
        {workbook && <a href={workbook} download={`${id}.xlsx`}>XLSX</a>}
        <button type="button" onClick={() => void picture("png")}>PNG</button>
        <button type="button" onClick={() => void picture("svg")}>SVG</button>
      </div>
      {open === "data" && <DataTable table={table} />}
      {open === "query" && <Query query={query} variables={variables} />}
    </section>
  );
}
