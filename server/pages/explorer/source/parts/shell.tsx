// What stands around every page: navigation, search, language, appearance, the release.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { address, changed, language, link, place, readable, speak } from "../address";
import { useAnswer } from "../api";
import { APPEARANCES, appearance } from "../appearance";
import CURRENT_RELEASES from "../documents/current-release.graphql";
import type { CurrentReleasesQuery, CurrentReleasesQueryVariables } from "../generated/answers";
import { type Word, day, t } from "../words";
import { Search } from "./search";
import { TOKEN_FIELD, isSignInHere } from "./sign-in-here";
import { Shortcuts } from "./shortcuts";
import { Dated } from "./small";

const NAVIGATION: readonly (readonly [Word, readonly string[], readonly string[]])[] = [
  ["majors", ["majors"], ["majors", "courses"]],
  ["certificates", ["certificates"], ["certificates"]],
  ["fit", ["fit"], ["fit", "compare"]],
  ["plans", ["plans"], ["plans"]],
  ["gaps", ["gaps"], ["gaps"]],
  ["review", ["review"], ["review"]],
  ["import", ["import"], ["import"]],
  ["policies", ["policies"], ["policies"]],
];

const WIDE = new Set(["fit", "compare", "gaps", "review", "import"]);
const hasApiPage = document.documentElement.dataset.apiPage !== undefined;

const Brand = () => (
  <a class="brand" href={link([])}>
    <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" /><path d="M9.5 9v14" /><path class="cross" d="m16 11 7.5 10M23.5 11 16 21" /></svg>
    <span>{t("brand")}</span>
  </a>
);

/** Where the row of pages is too long for the window, show one of them in its middle. */
function showInRow(row: HTMLElement | null, entry: HTMLElement | null | undefined): void {
  if (row && entry) row.scrollLeft = entry.offsetLeft - (row.clientWidth - entry.offsetWidth) / 2;
}

function Navigation() {
  const here = place.value[0] ?? "";
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    showInRow(row.current, row.current?.querySelector<HTMLElement>("[aria-current]"));
  }, [here, language.value]);
  // A browser leaves a link that is half in sight as it is. Under a finger the row stays, or the tap would miss its link.
  const onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.matches(":focus-visible")) showInRow(row.current, target);
  };
  return (
    <nav ref={row} aria-label={t("mainNavigation")} onFocusIn={onFocusIn}>
      <a href={link([])} aria-current={here === "" ? "page" : undefined}>{t("explore")}</a>
      {NAVIGATION.map(([word, parts, pages]) => (
        <a key={word} href={link(parts)} aria-current={pages.includes(here) ? "page" : undefined}>{t(word)}</a>
      ))}
      {hasApiPage && <a href={`/api?lang=${language.value}`}>{t("api")}</a>}
    </nav>
  );
}

function Preferences() {
  const next = APPEARANCES[(APPEARANCES.indexOf(appearance.value) + 1) % APPEARANCES.length] ?? "auto";
  const other = language.value === "en" ? "zh" : "en";
  const shown = `${t("appearance")}: ${t(appearance.value)}`;
  return (
    <div class="preferences">
      <a class="ghost" lang={other === "zh" ? "zh-CN" : "en"} href={changed({ lang: other })} onClick={(event) => speak(event, other)}>{t("language")}</a>
      <button type="button" class="ghost" title={shown} aria-label={shown} onClick={() => { appearance.value = next; }}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7" /><path d="M10 3a7 7 0 0 1 0 14z" /></svg>
      </button>
    </div>
  );
}

/** For paper: of which day it is. */
const today = (): string => new Date().toLocaleDateString("sv");

/** Which data a page shows: on paper it must be said, on a screen it leads to what each release holds. */
function CurrentReleases() {
  const answer = useAnswer<CurrentReleasesQuery, CurrentReleasesQueryVariables>(CURRENT_RELEASES, {});
  const releases = answer.data?.releases.nodes ?? [];
  return <>{releases.map(({ name, loadedAt }) => <p key={name} class="release"><a href={link(["releases", name])}><Dated>{t("releaseShort", { name, day: day(loadedAt) })}</Dated></a></p>)}</>;
}

export function Shell({ children }: { children: ComponentChildren }) {
  const isHome = place.value.length === 0;
  return (
    <>
      <a class="skip" href="#main">{t("skip")}</a>
      {isSignInHere.value && <a class="skip" href={`#${TOKEN_FIELD}`}>{t("skipToSignIn")}</a>}
      <header class={isHome ? "top" : "top searching"}>
        <div class="top-row">
          <Brand />
          <Navigation />
          {!isHome && <Search />}
          <Preferences />
        </div>
      </header>
      <main id="main" tabIndex={-1} class={WIDE.has(place.value[0] ?? "") ? "wide" : ""}>{children}</main>
      <footer class="foot"><p class="printed" lang="und">{readable(address.value.href)} · <span class="number">{today()}</span></p><p>{t("footer")}</p><CurrentReleases /><Shortcuts /></footer>
    </>
  );
}
