// Light, dark or as the system has it. Kept in the browser, since it says nothing of the view.
import { effect, signal } from "@preact/signals";

export const APPEARANCES = ["auto", "light", "dark"] as const;
export type Appearance = (typeof APPEARANCES)[number];

const STORED = "appearance";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const stored = localStorage.getItem(STORED);
export const appearance = signal<Appearance>(APPEARANCES.find((each) => each === stored) ?? "auto");
const dark = signal(systemIsDark.matches);

export function showAppearance(): void {
  systemIsDark.addEventListener("change", (event) => {
    dark.value = event.matches;
  });
  effect(() => {
    const isDark = appearance.value === "dark" || (appearance.value === "auto" && dark.value);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    localStorage.setItem(STORED, appearance.value);
  });
}
