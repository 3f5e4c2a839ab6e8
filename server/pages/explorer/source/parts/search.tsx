// The search field: results while typing, by kind; the keyboard chooses, and an open input method keeps its Enter.
import { Fragment } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { go, link } from "../address";
import { type ApiError, tries } from "../api";
import { isComposing } from "../keys";
import { count, t } from "../words";
import { Problem } from "./answer";
import { COUNTED_MOST, GROUPS, type Hit, type HitGroups, allHits, search } from "./hits";
import { Mixed } from "./small";

const TYPING_PAUSE_MS = 120;
const HITS_PER_KIND = 4;

interface Found {
  text: string;
  groups: HitGroups | null;
  error: ApiError | null;
}

function useSearch(text: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!text) {
      setFound(null);
      return undefined;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(text, HITS_PER_KIND, GROUPS, stop.signal).then(
        (groups) => setFound({ text, groups, error: null }),
        (error: ApiError) => {
          if (!stop.signal.aborted) setFound({ text, groups: null, error });
        },
      );
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, tries.value]);
  return found;
}

/** A text with what was typed marked in it, as the API found it: by letters, or by their pinyin. */
function Marked({ text, highlights }: { text: string; highlights: Hit["highlights"] }) {
  const letters = [...text];
  const cut = (from: number, to?: number): string => letters.slice(from, to).join("");
  return (
    <>
      {highlights.map(({ start, end }, at) => <Fragment key={start}>{cut(highlights[at - 1]?.end ?? 0, start)}<mark>{cut(start, end)}</mark></Fragment>)}
      {cut(highlights.at(-1)?.end ?? 0)}
    </>
  );
}

export const HitName = ({ hit }: { hit: Hit }) => (
  <span lang="zh-CN"><Marked text={hit.name} highlights={hit.matchedText === hit.name ? hit.highlights : []} /></span>
);

/** What is known of a hit, and how it was found where its name does not say so. */
export function HitFacts({ hit }: { hit: Hit }) {
  const how = { pinyin: t("pinyin"), alias: t("alias"), code: t("code"), near: t("near") }[hit.matchedAs];
  const isElsewhere = hit.matchedText !== hit.name;
  return (
    <span class="facts">
      {how && <span class="how">{how}{isElsewhere && <> <span lang="zh-CN"><Marked text={hit.matchedText} highlights={hit.highlights} /></span></>}</span>}
      <span><Mixed>{hit.facts.join(" · ")}</Mixed></span>
    </span>
  );
}

export const totalText = (total: number): string => (total >= COUNTED_MOST ? t("orMore", { n: count(COUNTED_MOST) }) : count(total));

function Results({ found, at, id, onOpen }: { found: Found; at: number; id: string; onOpen: () => void }) {
  if (found.error) return <div class="hits"><Problem error={found.error} /></div>;
  const groups = found.groups;
  const hits = groups ? allHits(groups) : [];
  if (!groups || hits.length === 0) return <div class="hits"><p class="none"><b>{t("searchNone", { q: found.text })}</b><br />{t("searchNoneHelp")}</p></div>;
  return (
    <div class="hits">
      <div role="listbox" id={id} aria-label={t("searchShort")}>
        {GROUPS.filter((each) => groups[each].hits.length > 0).map((group) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} role="presentation" class={`group-${group}`}>{t(`kind_${group}`)} <span class="number">{totalText(groups[group].total)}</span></h3>
            {groups[group].hits.map((hit) => (
              <a key={hit.id} href={hit.href} role="option" tabIndex={-1} id={`${id}-${hits.indexOf(hit)}`} aria-selected={hits.indexOf(hit) === at} class={hit.isOld ? "old" : ""} onClick={onOpen}>
                <HitName hit={hit} /><HitFacts hit={hit} />
              </a>
            ))}
          </div>
        ))}
      </div>
      <p class="hint"><a href={link(["search"], { q: found.text })} onClick={onOpen}>{t("searchAll")}</a> · {t("searchKeys")}</p>
    </div>
  );
}

/** Less wide, the field at the head of a page holds one word. */
const ROOMY_PX = 700;

export function Search({ isLarge = false }: { isLarge?: boolean }) {
  const [text, setText] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const sought = text.trim();
  const found = useSearch(sought);
  const hits = found?.groups ? allHits(found.groups) : [];
  useEffect(() => setAt(-1), [found?.text]);

  const close = (): void => setIsOpen(false);
  const move = (by: number): void => {
    if (hits.length === 0) return;
    setIsOpen(true);
    setAt((at + by + hits.length + (at < 0 && by < 0 ? 1 : 0)) % hits.length);
  };
  const enter = (): void => {
    if (!sought) return;
    close();
    // What was found for an earlier text is not what Enter asks for now.
    const chosen = found?.text === sought ? hits[at] ?? exactCode(hits, sought) : undefined;
    go(chosen ? chosen.href : link(["search"], { q: sought }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const actions: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: enter, Escape: close };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const isShown = isOpen && sought !== "" && found !== null;
  return (
    <search class={isLarge ? "search large" : "search"} onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close(); }}>
      <svg class="glass" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="m13 13 4.5 4.5" /></svg>
      <input
        ref={field} type="search" data-search="" role="combobox" autocomplete="off" spellcheck={false} aria-label={t("searchShort")}
        aria-expanded={isShown} aria-controls={id} aria-activedescendant={isShown && at >= 0 ? `${id}-${at}` : undefined}
        placeholder={t(isLarge ? "searchPlaceholder" : innerWidth < ROOMY_PX ? "searchVerb" : "searchShort")} value={text}
        onInput={(event) => { setText(event.currentTarget.value); setIsOpen(true); }} onFocus={() => setIsOpen(true)} onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <span role="status" class="hidden-text">{isShown ? t("searchCount", { n: count(hits.length) }) : ""}</span>
      {isShown && <Results found={found} at={at} id={id} onOpen={close} />}
    </search>
  );
}

const exactCode = (hits: readonly Hit[], text: string): Hit | undefined =>
  hits.find((each) => each.matchedAs === "code" && each.matchedText === text && !each.isOld);

export const focusSearch = (): void => document.querySelector<HTMLInputElement>("[data-search]")?.focus();
