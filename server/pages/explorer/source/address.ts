// The address is the state of a page: reading it gives the view again, Back undoes a choice.
import { computed, signal } from "@preact/signals";

export type Language = "zh" | "en";
type Value = string | readonly string[] | null | undefined;

const STORED = "language";

/** The language that was chosen here; on the first visit English for a browser that asks for it, else Chinese. */
const preferred = (): Language => ((localStorage.getItem(STORED) ?? navigator.language).startsWith("en") ? "en" : "zh");

/** Kept in the browser: an address that names no language is opened in this one. */
export const keepLanguage = (chosen: Language): void => localStorage.setItem(STORED, chosen);

function opened(): URL {
  const url = new URL(location.href);
  if (url.searchParams.has("lang") || preferred() === "zh") return url;
  url.searchParams.set("lang", "en");
  history.replaceState(null, "", url);
  return url;
}

export const address = signal(opened());
export const language = computed<Language>(() => (address.value.searchParams.get("lang") === "en" ? "en" : "zh"));
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
  if (language.value === "en") search.set("lang", "en");
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

/** Filters replace the entry in the history, choices of an object add one. */
export const filter = (changes: Record<string, Value>): void => go(changed(changes), "replace");
export const choose = (changes: Record<string, Value>): void => go(changed(changes));

const OTHER_PAGES = /^\/(api|graphql|tables|explorer\/static)(\/|$)/;

function follow(event: MouseEvent): void {
  const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!anchor || !isPlain || anchor.target || anchor.hasAttribute("download") || event.defaultPrevented) return;
  if (anchor.origin !== location.origin || OTHER_PAGES.test(anchor.pathname)) return;
  if (anchor.hash && anchor.pathname === location.pathname) return;
  event.preventDefault();
  go(anchor.href);
}

export function listen(): void {
  addEventListener("popstate", () => {
    address.value = new URL(location.href);
  });
  document.addEventListener("click", follow);
}
