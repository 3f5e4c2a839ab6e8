// A table from the clipboard as a file: Excel puts it there as HTML, and as text with tabs.
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const tableOfText = (text: string): string =>
  `<table>${text.trimEnd().split(/\r?\n/).map((row) => `<tr>${row.split("\t").map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;

/** Null where there is no table. */
export function pastedFile(clipboard: DataTransfer | null, name: string): File | null {
  const html = clipboard?.getData("text/html") ?? "";
  const text = clipboard?.getData("text/plain") ?? "";
  const table = /<table\b/i.test(html) ? html : text.includes("\t") ? tableOfText(text) : null;
  // The first declaration counts: what the clipboard declares is the encoding of another program.
  return table === null ? null : new File([`<!doctype html><meta charset="utf-8">${table}`], `${name}.html`, { type: "text/html" });
}
