// The explorer: one page per address. Each page is a chunk of its own, loaded when it is first opened.
import { effect } from "@preact/signals";
import { type ComponentType, render } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { language, listen, place } from "./address";
import { showAppearance } from "./appearance";
import { keepFocus } from "./focus";
import { listenToKeys } from "./keys";
import { ApiError, tries } from "./api";
import { Loading, NotFound, Problem } from "./parts/answer";
import { Shell } from "./parts/shell";
import { t } from "./words";

type Page = ComponentType<{ parts: readonly string[] }>;
type Load = () => Promise<Page>;

/** The first part of an address and how many parts follow: what to load for it. */
const PAGES: Record<string, Load> = {
  "/0": async () => (await import("./pages/home")).Home,
  "search/0": async () => (await import("./pages/search")).SearchPage,
  "majors/0": async () => (await import("./pages/catalogue")).CataloguePage,
  "majors/2": async () => (await import("./pages/programme")).ProgrammePage,
  "certificates/0": async () => (await import("./pages/certificates")).CertificatesPage,
  "certificates/1": async () => (await import("./pages/certificate")).CertificatePage,
  "certificates/2": async () => (await import("./pages/standard-versions/page")).VersionsPage,
  "compare/0": async () => (await import("./pages/compare/compare")).ComparePage,
  "gaps/0": async () => (await import("./pages/gaps/gaps")).GapsPage,
  "review/0": async () => (await import("./pages/review/review")).ReviewPage,
  "import/0": async () => (await import("./pages/import/import")).ImportDoors,
  "import/1": async () => (await import("./pages/import/import")).ImportPage,
  "fit/0": async () => (await import("./pages/fit")).FitPage,
  "provinces/1": async () => (await import("./pages/province")).ProvincePage,
  "colleges/1": async () => (await import("./pages/college")).CollegePage,
  "plans/0": async () => (await import("./pages/plans")).PlansPage,
  "plans/1": async () => (await import("./pages/plan/plan")).PlanPage,
  "courses/1": async () => (await import("./pages/course")).CoursePage,
  "sources/1": async () => (await import("./pages/source")).SourcePage,
  "policies/0": async () => (await import("./pages/policies")).PoliciesPage,
  "policies/1": async () => (await import("./pages/policy")).PolicyPage,
  "s/1": async () => (await import("./pages/short-link")).ShortLinkPage,
  "releases/1": async () => (await import("./pages/release")).ReleasePage,
};
const loaded = new Map<string, Page>();
/** A page that could not be loaded: the network is gone, or the explorer was renewed since it was opened. */
const failed = new Map<string, unknown>();

function Current() {
  const [first = "", ...parts] = place.value;
  const name = `${first}/${parts.length}`;
  const load = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  const [, setTold] = useState(0);
  useEffect(() => {
    const tell = (): void => setTold((told) => told + 1);
    if (load && !loaded.has(name)) {
      if (failed.delete(name)) tell();
      void load().then((page) => loaded.set(name, page), (problem: unknown) => failed.set(name, problem)).then(tell);
    }
  }, [name, tries.value]);
  const here = place.value.join("/");
  // The name of the page before is not that of one that still loads: each page names itself once it knows its name.
  useLayoutEffect(() => {
    document.title = t("brand");
  }, [here]);
  if (!load) return <NotFound />;
  const Page = loaded.get(name);
  if (Page) return <Page key={here} parts={parts} />;
  return failed.has(name) ? <Problem error={new ApiError("NOT_LOADED", String(failed.get(name)))} isPage /> : <Loading />;
}

listen();
listenToKeys();
keepFocus();
showAppearance();
effect(() => {
  document.documentElement.lang = language.value === "en" ? "en" : "zh-CN";
});
const root = document.getElementById("root");
if (root) render(<Shell><Current /></Shell>, root);
