// Keys of one letter: not while somebody types or an input method is open, and a person can turn them off.
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

// Chromium reports the Enter that ends a composition with this code and `isComposing` false.
const COMPOSING_KEY = 229;
const STORED = "keys";

export const areKeysOn = signal(localStorage.getItem(STORED) !== "off");

export function setKeysOn(isOn: boolean): void {
  areKeysOn.value = isOn;
  localStorage.setItem(STORED, isOn ? "on" : "off");
}

export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === COMPOSING_KEY;

const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.matches("input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select");
const isLetter = (event: KeyboardEvent): boolean => event.key.length === 1;

export type Actions = Readonly<Record<string, () => void>>;
interface Layer {
  current: Actions;
}

/** The keys of what is shown, the innermost last. */
const layers: Layer[] = [];
/** What the next key means, after one that begins a pair. */
let pair: Actions | null = null;

const actionOf = (actions: Actions, key: string): (() => void) | undefined =>
  Object.hasOwn(actions, key) ? actions[key] : Object.hasOwn(actions, key.toLowerCase()) ? actions[key.toLowerCase()] : undefined;

/** Let the next key be one of these, and no other. */
export function awaitPair(actions: Actions): void {
  pair = actions;
}

function onKey(event: KeyboardEvent): void {
  const isModified = event.ctrlKey || event.metaKey || event.altKey;
  if (isComposing(event) || isModified || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.key === "Shift" || (isLetter(event) && (isTyping(event) || !areKeysOn.peek()))) return;
  const second = pair;
  pair = null;
  const found = second ? actionOf(second, event.key) : [...layers].reverse().map((each) => actionOf(each.current, event.key)).find(Boolean);
  if (!found) return;
  event.preventDefault();
  found();
}

export const listenToKeys = (): void => document.addEventListener("keydown", onKey);

/** Keys of a page or a part of it, while it is shown. */
export function useKeys(actions: Actions): void {
  const layer = useRef(actions);
  layer.current = actions;
  // As soon as it is there: a key that is pressed before the next frame is not lost.
  useLayoutEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}
