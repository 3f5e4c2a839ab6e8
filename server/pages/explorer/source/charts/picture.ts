// A figure as a picture: what the browser has laid out, drawn once more as SVG with its colours, and from that a PNG.
import { readable } from "../address";
import { ask } from "../api";
import RELEASES from "../documents/current-release.graphql";
import type { CurrentReleasesQuery } from "../generated/answers";
import { day, t } from "../words";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 24;
const FOOT = 44;
const SCALE = 2;
/** No side of a canvas may be longer. */
const LONGEST_PX = 16_000;
const LEFT_OUT = ".tools, .under, .controls, .filters, .hidden-text, button.small, input, select, kbd";
const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "paint-order", "text-anchor"] as const;
/** Letters of one line that are of several fonts differ a little. */
const SAME_LINE_PX = 6;
const NOTHING = "rgba(0, 0, 0, 0)";

type Attributes = Record<string, string | number>;

function draw(name: string, attributes: Attributes, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

interface Sheet {
  root: SVGElement;
  left: number;
  top: number;
  right: number;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function patterns(): SVGElement {
  const defs = draw("defs", {});
  const hatch = draw("pattern", { id: "picture-hatched", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  hatch.append(draw("rect", { width: 6, height: 6, fill: colour("--unk-bg") }), draw("path", { d: "M0 0V6", stroke: colour("--unk-line"), "stroke-width": 2.2 }));
  defs.append(hatch);
  return defs;
}

/** A state is drawn as its pattern, since a gradient of the style sheet has no counterpart in a shape. */
function drawState(sheet: Sheet, box: Attributes, state: string, isUpright: boolean): void {
  const [width, height] = [Number(box["width"]), Number(box["height"])];
  const edge = { ...box, fill: "none", "stroke-width": 1.5 };
  if (state === "UNKNOWN") sheet.root.append(draw("rect", { ...box, fill: "url(#picture-hatched)", stroke: colour("--unk-line") }));
  else if (state === "NOT_COVERED") sheet.root.append(draw("rect", { ...edge, stroke: colour("--no") }));
  else if (state === "PARTLY_COVERED") {
    const half: Attributes = isUpright ? { width: width / 2 } : { y: Number(box["y"]) + height / 2, height: height / 2 };
    sheet.root.append(draw("rect", { ...edge, stroke: colour("--yes") }), draw("rect", { ...box, ...half, fill: colour("--yes") }));
  } else sheet.root.append(draw("rect", { ...box, fill: colour(state === "known" ? "--ink-2" : "--yes") }));
}

function drawBox(sheet: Sheet, element: Element): void {
  const { left, top, width, height, right } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const box = { x: left - sheet.left, y: top - sheet.top, width, height };
  const state = [...element.classList].find((each) => each.startsWith("part-"))?.slice("part-".length);
  sheet.right = Math.max(sheet.right, right - sheet.left);
  if (state) {
    drawState(sheet, box, state, element.parentElement?.classList.contains("stack") ?? false);
    return;
  }
  const isFilled = style.backgroundColor !== NOTHING;
  const line = (side: string): boolean => style.getPropertyValue(`border-${side}-style`) !== "none" && parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0;
  const isFramed = line("top") && line("bottom") && line("left");
  if (isFilled || isFramed) {
    sheet.root.append(draw("rect", { ...box, rx: parseFloat(style.borderTopLeftRadius) || 0, fill: isFilled ? style.backgroundColor : "none", ...(isFramed && { stroke: style.borderTopColor, "stroke-width": style.borderTopWidth, ...(style.borderTopStyle === "dashed" && { "stroke-dasharray": "3 2" }) }) }));
  }
  if (!isFramed && line("bottom")) sheet.root.append(draw("path", { d: `M${box.x} ${box.y + height}h${width}`, stroke: style.borderBottomColor }));
}

/** The parts of a text that stand in one line each, with their places. */
function linesOf(node: Text, isUpright: boolean): { text: string; box: DOMRect }[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (let at = 0; at < node.data.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    const letter = node.data[at] ?? "";
    if (box.width + box.height === 0) continue;
    const moved = last && (isUpright ? last.box.left - box.left : last.box.top - box.top);
    if (last && Math.abs(moved ?? 0) < SAME_LINE_PX) last.text += letter;
    else if (letter.trim()) lines.push({ text: letter, box });
  }
  return lines;
}

function drawText(sheet: Sheet, node: Text): void {
  const style = node.parentElement && getComputedStyle(node.parentElement);
  if (!style || !node.data.trim()) return;
  const isUpright = style.writingMode.startsWith("vertical");
  for (const { text, box } of linesOf(node, isUpright)) {
    const place: Attributes = isUpright
      ? { x: box.left - sheet.left + box.width / 2, y: box.top - sheet.top, "writing-mode": "vertical-rl" }
      : { x: box.left - sheet.left, y: box.top - sheet.top + box.height / 2, "dominant-baseline": "central" };
    sheet.root.append(draw("text", { ...place, fill: style.color, "font-size": style.fontSize, "font-weight": style.fontWeight, "font-family": style.fontFamily }, text));
  }
}

/** A drawing keeps its shapes; what the style sheet said of them is written into them. */
function drawDrawing(sheet: Sheet, svg: SVGElement): void {
  const { left, top, width, height, right } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGElement;
  const copies = [...copy.querySelectorAll("*")];
  [...svg.querySelectorAll("*")].forEach((original, at) => {
    const style = getComputedStyle(original);
    for (const name of PAINT) if (style.getPropertyValue(name)) copies[at]?.setAttribute(name, style.getPropertyValue(name).replaceAll('"', "'"));
    for (const name of ["class", "tabindex", "role", "aria-label"]) copies[at]?.removeAttribute(name);
  });
  for (const [name, value] of Object.entries({ x: left - sheet.left, y: top - sheet.top, width, height })) copy.setAttribute(name, String(value));
  sheet.right = Math.max(sheet.right, right - sheet.left);
  sheet.root.append(copy);
}

function drawAll(sheet: Sheet, element: Element): void {
  if (element.matches(LEFT_OUT) || getComputedStyle(element).display === "none") return;
  if (element instanceof SVGElement) {
    drawDrawing(sheet, element);
    return;
  }
  drawBox(sheet, element);
  for (const child of element.childNodes) {
    if (child instanceof Text) drawText(sheet, child);
    else if (child instanceof Element) drawAll(sheet, child);
  }
}

function drawFigure(figure: Element, foot: readonly string[]): SVGElement {
  const { left, top, width } = figure.getBoundingClientRect();
  const root = draw("svg", { xmlns: SVG });
  const sheet: Sheet = { root, left: left - MARGIN, top: top - MARGIN, right: width + MARGIN };
  const ground = draw("rect", { width: "100%", height: "100%", fill: colour("--card") });
  root.append(patterns(), ground);
  const parts = [...figure.children].filter((each) => !each.matches(LEFT_OUT));
  for (const each of parts) drawAll(sheet, each);
  const bottom = Math.max(...parts.map((each) => each.getBoundingClientRect().bottom)) - sheet.top;
  foot.forEach((text, at) => root.append(draw("text", { x: MARGIN, y: bottom + MARGIN + at * 18, "font-size": 12, "font-family": "sans-serif", fill: colour("--ink-3") }, text)));
  const size = { width: Math.ceil(sheet.right + MARGIN), height: Math.ceil(bottom + FOOT + MARGIN) };
  for (const [name, value] of Object.entries(size)) root.setAttribute(name, String(value));
  root.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  return root;
}

/** Draw in light colours and without controls, as for paper. All in one turn: nobody sees the page meanwhile. */
function asOnPaper<Result>(figure: Element, work: () => Result): Result {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = "light";
  figure.classList.add("on-paper");
  try {
    return work();
  } finally {
    figure.classList.remove("on-paper");
    root.dataset.theme = before ?? "light";
  }
}

async function footOf(): Promise<string[]> {
  const { releases } = await ask<CurrentReleasesQuery>(RELEASES, {});
  const shown = releases.nodes.map(({ name, loadedAt }) => `${t("release")} ${name} · ${day(loadedAt)}`);
  return [[t("brand"), ...shown].join(" · "), readable(location.href)];
}

export async function svgOf(figure: Element): Promise<Blob> {
  const foot = await footOf();
  for (const each of figure.querySelectorAll(".scroll, .flow")) each.scrollLeft = 0;
  const text = new XMLSerializer().serializeToString(asOnPaper(figure, () => drawFigure(figure, foot)));
  return new Blob([text], { type: "image/svg+xml" });
}

export async function pngOf(figure: Element): Promise<Blob> {
  const address = URL.createObjectURL(await svgOf(figure));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SCALE, LONGEST_PX / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((give, refuse) => canvas.toBlob((blob) => (blob ? give(blob) : refuse(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
