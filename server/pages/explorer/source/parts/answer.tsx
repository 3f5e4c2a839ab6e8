// What stands where an answer belongs while there is none: loading, a problem in our words, or nothing.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { filter, link } from "../address";
import { type Answer, type ApiError, tryAgain } from "../api";
import { type Word, leading, t } from "../words";
import { zh } from "../words/zh";
import { useTitle } from "./title";

const LOADING_SHOWN_AFTER_MS = 150;

export function Loading({ rows = 4 }: { rows?: number }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), LOADING_SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return <div class="loading" />;
  return (
    <div class="loading" role="status">
      <span class="hidden-text">{t("loading")}</span>
      {Array.from({ length: rows }, (_, at) => <i key={at} />)}
    </div>
  );
}

// What is the same when it is asked again.
const LASTING = new Set(["NOT_FOUND", "NOT_KNOWN", "BAD_ID", "BAD_SLUG", "UNAUTHENTICATED"]);
// What is not here: the page leads on to what is.
const ABSENT = new Set(["NOT_FOUND", "NOT_KNOWN", "BAD_ID", "BAD_SLUG"]);

/** From where there is nothing: the lists in which what was meant may stand. */
export const Onward = () => (
  <ul class="chips onward">
    {([["explore", []], ["majors", ["majors"]], ["certificates", ["certificates"]], ["plans", ["plans"]], ["fit", ["fit"]]] as const).map(([word, parts]) => <li key={word}><a class="chip" href={link(parts)}>{t(word)}</a></li>)}
  </ul>
);

/** The button goes with the problem: the focus stays on the page. */
function retry(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
  tryAgain();
}

/** Of a whole page it is the heading. */
export function Problem({ error, isPage = false, hasRetry = true }: { error: ApiError; isPage?: boolean; hasRetry?: boolean }) {
  const code = `${error.code}_help` in zh ? error.code : "OTHER";
  const title = t(code as Word);
  return (
    <div class={isPage && ABSENT.has(code) ? "problem absent" : "problem"} role="alert">
      {isPage ? <h1>{title}</h1> : <strong>{title}</strong>}
      <p>{t(`${code}_help` as Word)}{error.retryAfter !== null && ` ${t("retryAfter", { n: error.retryAfter })}`}</p>
      {error.near.length > 0 && (
        <p>{leading(t("nearNames"))}{error.near.map((name) => <a key={name} class="chip" lang="zh-CN" href={link(["search"], { q: name })}>{name}</a>)}</p>
      )}
      {isPage && ABSENT.has(code) && <Onward />}
      {hasRetry && !LASTING.has(code) && <button type="button" class="button" onClick={retry}>{t("retry")}</button>}
      <details><summary>{t("technicalNote")}</summary><p><span class="code">{error.code}</span> {error.text}</p></details>
    </div>
  );
}

export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty"><strong>{title}</strong>{children && <p>{children}</p>}</div>
);

/** A list of which the filters with these names leave nothing, and a button that takes them away. */
export const NothingFits = ({ names, children = t("nothingFitsHelp") }: { names: readonly string[]; children?: ComponentChildren }) => (
  <Empty title={t("nothingFits")}>
    {children} <button type="button" class="button small" onClick={() => { document.querySelector<HTMLElement>(".filters :is(select, input)")?.focus(); filter(Object.fromEntries(names.map((each) => [each, null]))); }}>{t("clearFilters")}</button>
  </Empty>
);

export function NotFound() {
  useTitle(t("NOT_FOUND"));
  return (
    <div class="absent">
      <h1>{t("NOT_FOUND")}</h1>
      <p>{t("NOT_FOUND_help")}</p>
      <Onward />
    </div>
  );
}

/** Show an answer, or why there is none. A line at the top of the page tells that what is shown is about to change. */
export function Shown<Data>({ answer, rows, isPage = false, children }: { answer: Answer<Data>; rows?: number; isPage?: boolean; children: (data: Data) => ComponentChildren }) {
  if (answer.error) return <Problem error={answer.error} isPage={isPage} />;
  if (answer.data === null) return <Loading rows={rows ?? 6} />;
  return <>{answer.isLoading && <div class="renewing" />}{children(answer.data)}</>;
}
