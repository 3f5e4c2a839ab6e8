// The address is the state of a page: reading it gives the view again, Back undoes a choice.
import { computed, signal } from "@preact/signals";

export type Language = "zh" | "en";
type Value = string | readonly string[] | null | undefined;

const STORED = "language";

/** The language that was chosen here; on the first visit English for a browser that asks for it, else Chinese. */
const preferred = (): Language => ((localStorage.getItem(STORED) ?? navigator.language).startsWith("en") ? "en" : "zh");

const named = (url: URL): Language | null => (url.searchParams.has("lang") ? (url.searchParams.get("lang") === "en" ? "en" : "zh") : null);

/** What an address says of the language: nothing where one that says nothing is opened in it anyway. */
const saying = (shown: Language): Language | null => (shown === "en" || preferred() === "en" ? shown : null);

/** An address as it stands in the history, in a language: a reload opens it in the same. */
function inLanguage(url: URL, shown: Language): URL {
  const said = saying(shown);
  if (named(url) === said) return url;
  if (said) url.searchParams.set("lang", said);
  else url.searchParams.delete("lang");
  history.replaceState(null, "", url);
  return url;
}

/** The address decides; one that names no language is opened in the one that is kept. */
function opened(): URL {
  const url = new URL(location.href);
  return inLanguage(url, named(url) ?? preferred());
}

export const address = signal(opened());
export const language = computed<Language>(() => named(address.value) ?? "zh");
/** The parts of the path, decoded; a part may hold any character. */
export const place = computed(() => address.value.pathname.split("/").slice(1).map(decodePart).filter(Boolean));

/** An address as a person reads it; one that was cut within a character stays as it is. */
export function readable(href: string): string {
  try {
    return decodeURI(href).replaceAll("%3A", ":");
  } catch {
    return href;
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const param = (name: string): string | null => address.value.searchParams.get(name);
export const params = (name: string): string[] => address.value.searchParams.getAll(name);

/** Give the address of a page, in the language that is shown. */
export function link(parts: readonly string[], query: Record<string, Value> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) append(search, name, value);
  append(search, "lang", saying(language.value));
  const text = search.toString();
  return `/${parts.map(encodeURIComponent).join("/")}${text && `?${text}`}`;
}

function append(search: URLSearchParams, name: string, value: Value): void {
  const values = Array.isArray(value) ? value : [value];
  for (const each of values) if (each) search.append(name, each);
}

/** Give this address with some of its parameters changed; null takes one away. */
export function changed(changes: Record<string, Value>): string {
  const next = new URL(address.value);
  for (const [name, value] of Object.entries(changes)) {
    next.searchParams.delete(name);
    append(next.searchParams, name, value);
  }
  return next.pathname + next.search;
}

/** Give what makes this address with one parameter set anew: for thousands of links, without reading it again for each. */
export function adding(name: string): (value: string) => string {
  const base = changed({ [name]: null });
  const start = `${base}${base.includes("?") ? "&" : "?"}${name}=`;
  return (value) => start + encodeURIComponent(value);
}

export function go(to: string, how: "push" | "replace" = "push"): void {
  const next = new URL(to, location.href);
  if (how === "replace") history.replaceState(null, "", next);
  else history.pushState(null, "", next);
  const moved = next.pathname !== address.value.pathname;
  address.value = next;
  if (moved) scrollTo(0, 0);
}

/**
 * Show the pages in another language from now on. As the appearance it is a preference: it adds nothing to the history, and Back
 * leads to the page before in this language.
 */
export function speak(event: MouseEvent, chosen: Language): void {
  if (!isPlain(event)) return;
  event.preventDefault();
  localStorage.setItem(STORED, chosen);
  go(changed({ lang: saying(chosen) }), "replace");
}

/** Filters replace the entry in the history, choices of an object add one. */
export const filter = (changes: Record<string, Value>): void => go(changed(changes), "replace");
export const choose = (changes: Record<string, Value>): void => go(changed(changes));

const OTHER_PAGES = /^\/(api|graphql|tables|explorer\/static)(\/|$)/;

/** Whether a click opens a link here: in no other tab or window, and not as a file. */
const isPlain = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function follow(event: MouseEvent): void {
  const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!anchor || !isPlain(event) || anchor.target || anchor.hasAttribute("download") || event.defaultPrevented) return;
  if (anchor.origin !== location.origin || OTHER_PAGES.test(anchor.pathname)) return;
  if (anchor.hash && anchor.pathname === location.pathname) return;
  event.preventDefault();
  go(anchor.href);
}

export function listen(): void {
  addEventListener("popstate", () => {
    address.value = inLanguage(new URL(location.href), language.peek());
  });
  document.addEventListener("click", follow);
}
