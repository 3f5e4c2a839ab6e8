// All results of a search, by kind: how many there are of each, and what was found in which words.
import { useEffect, useState } from "preact/hooks";
import { choose, param } from "../address";
import { type ApiError, tries } from "../api";
import SEARCH from "../documents/search.graphql";
import { Empty, Loading, Problem } from "../parts/answer";
import { GROUPS, type Group, type HitGroups, allHits, search } from "../parts/hits";
import { HitFacts, HitName, totalText } from "../parts/search";
import { Choice, Mixed } from "../parts/small";
import { QueryLink } from "../parts/figure";
import { useTitle } from "../parts/title";
import { Tries } from "../parts/tries";
import { count, leading, t } from "../words";
import { NOT_SEARCHED, notSearched } from "../words/not-searched";

// As many kinds as there are fit into one answer of the API with this share of each.
const SHARE = 7;
const MOST = 100;

interface Found {
  groups: HitGroups | null;
  error: ApiError | null;
}

function useHits(text: string, perKind: number, groups: readonly Group[]): Found {
  const [found, setFound] = useState<Found>({ groups: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    if (text) {
      search(text, perKind, groups, stop.signal).then(
        (hits) => setFound({ groups: hits, error: null }),
        (error: ApiError) => {
          if (!stop.signal.aborted) setFound({ groups: null, error });
        },
      );
    }
    return () => stop.abort();
  }, [text, perKind, groups.join(), tries.value]);
  return found;
}

/** The whole of one kind, or a share of each; how many there are is said of all of them. */
function Results({ overview, text, kind }: { overview: HitGroups; text: string; kind: Group | null }) {
  const chosen = useHits(kind ? text : "", MOST, kind ? [kind] : []);
  const groups = kind && chosen.groups ? chosen.groups : overview;
  const filled = GROUPS.filter((each) => overview[each].hits.length > 0);
  if (chosen.error) return <Problem error={chosen.error} />;
  if (filled.length === 0) return <Empty title={t("searchNone", { q: text })}>{t("searchNoneHelp")}</Empty>;
  return (
    <>
      <p class="lead" role="status">{t("searchCount", { n: count(filled.reduce((sum, each) => sum + overview[each].total, 0)) })}</p>
      <Choice
        name="kind" legend={t("show")} value={kind ?? "all"} onChoose={(value) => choose({ kind: value === "all" ? null : value })}
        options={[{ value: "all", name: t("all") }, ...filled.map((value) => ({ value, name: <>{t(`kind_${value}`)} <b class="number">{totalText(overview[value].total)}</b></> }))]}
      />
      {filled.filter((each) => !kind || each === kind).map((group) => {
        const { hits, total } = groups[group];
        return (
          <section key={group} class={`card results group-${group}`}>
            <h2>{t(`kind_${group}`)} <span class="fine number">{t("shown", { a: count(hits.length), b: totalText(total) })}</span></h2>
            <ul>{hits.map((hit) => <li key={hit.id} class={hit.isOld ? "old" : ""}><a href={hit.href}><HitName hit={hit} /></a><HitFacts hit={hit} /></li>)}</ul>
            {!kind && hits.length < total && <p><button type="button" class="button small" onClick={() => choose({ kind: group })}>{t("showMore")}</button></p>}
          </section>
        );
      })}
    </>
  );
}

export function SearchPage() {
  const text = (param("q") ?? "").trim();
  const title = text ? t("searchTitle", { q: text }) : t("searchEmpty");
  useTitle(title);
  const { groups, error } = useHits(text, SHARE, GROUPS);
  const kind = GROUPS.find((each) => each === param("kind") && groups && groups[each].hits.length > 0) ?? null;
  return (
    <>
      <h1><Mixed>{title}</Mixed></h1>
      {!text && <><p class="lead">{t("searchEmptyHelp")}</p><Tries /></>}
      {error && <Problem error={error} />}
      {text && !error && (groups ? <Results key={text} overview={groups} text={text} kind={kind} /> : <Loading />)}
      {groups && allHits(groups).length > 0 && <p class="fine">{t("searchOrder")}</p>}
      {groups && <p class="fine">{leading(notSearched())}<QueryLink query={SEARCH} variables={{ text, kinds: NOT_SEARCHED, perKind: SHARE }} /></p>}
    </>
  );
}
