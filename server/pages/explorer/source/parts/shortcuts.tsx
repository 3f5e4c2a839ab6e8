// The keys of every page, what they do, and the switch that turns the single letters off.
import { useRef } from "preact/hooks";
import { go, link } from "../address";
import { areKeysOn, awaitPair, setKeysOn, useKeys } from "../keys";
import { type Word, t } from "../words";
import { focusSearch } from "./search";

const PAGES: readonly (readonly [string, Word, readonly string[]])[] = [
  ["h", "explore", []], ["m", "majors", ["majors"]], ["c", "certificates", ["certificates"]], ["f", "fit", ["fit"]], ["p", "plans", ["plans"]], ["q", "gaps", ["gaps"]], ["r", "review", ["review"]], ["i", "import", ["import"]],
];
const OTHERS: readonly (readonly [string, Word])[] = [
  ["/", "keySearch"], ["?", "keyHelp"], ["1 2 3", "keyViews"], ["[ ]", "keyLevels"], ["0", "keyClear"], ["Esc", "keyClose"], ["← ↑ → ↓", "keyArrows"],
  ["J K", "keyMove"], ["A R N", "keyDecide"], ["1 – 5", "keyReason"], ["X", "keySelect"], ["E P", "keyCorrect"], ["S", "keySuggested"], ["U", "keyUndo"], ["W", "keyWithdraw"],
];

export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (): void => dialog.current?.showModal();
  const pages = Object.fromEntries(PAGES.map(([key, , parts]) => [key, () => go(link(parts))]));
  useKeys({ "/": focusSearch, "?": open, g: () => awaitPair(pages) });
  return (
    <>
      <p><button type="button" class="plain-button" onClick={open}>{t("keys")}</button></p>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">{t("keysTitle")}</h2>
        <dl class="keys">
          {OTHERS.map(([key, word]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(word)}</dd></div>)}
          {PAGES.map(([key, word]) => <div key={key}><dt><kbd>g</kbd> <kbd>{key}</kbd></dt><dd>{t(word)}</dd></div>)}
        </dl>
        <label class="check"><input type="checkbox" checked={areKeysOn.value} onChange={(event) => setKeysOn(event.currentTarget.checked)} />{t("keysOn")}</label>
        <p><button type="button" class="button" onClick={() => dialog.current?.close()}>{t("close")}</button></p>
      </dialog>
    </>
  );
}
