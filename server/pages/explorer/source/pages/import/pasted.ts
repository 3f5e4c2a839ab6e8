// A table from the clipboard as a file: Excel puts it there as HTML, and as text with tabs.
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A cell that begins with a quote ends with one; within it stand line breaks, tabs, and each quote twice. Any other ends with a tab or its line. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g;

function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.trimEnd().matchAll(CELL)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

const cellOf = (text: string): string => `<td>${escaped(text).replaceAll(/\r?\n/g, "<br>")}</td>`;

const tableOfText = (text: string): string =>
  `<table>${rowsOfText(text).map((row) => `<tr>${row.map(cellOf).join("")}</tr>`).join("")}</table>`;

/** Null where there is no table. */
export function pastedFile(clipboard: DataTransfer | null, name: string): File | null {
  const html = clipboard?.getData("text/html") ?? "";
  const text = clipboard?.getData("text/plain") ?? "";
  const table = /<table\b/i.test(html) ? html : text.includes("\t") ? tableOfText(text) : null;
  // The first declaration counts: what the clipboard declares is the encoding of another program.
  return table === null ? null : new File([`<!doctype html><meta charset="utf-8">${table}`], `${name}.html`, { type: "text/html" });
}
