// All results of a search, by kind.
import { useEffect, useState } from "preact/hooks";
import { filter, param } from "../address";
import type { ApiError } from "../api";
import { Empty, Loading, Problem } from "../parts/answer";
import { GROUPS, type HitGroups, allHits, search } from "../parts/hits";
import { HitFacts, HitName } from "../parts/search";
import { Choice } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, t } from "../words";

const HITS_PER_GROUP = 20;

function useHits(text: string): { groups: HitGroups | null; error: ApiError | null } {
  const [found, setFound] = useState<{ groups: HitGroups | null; error: ApiError | null }>({ groups: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    if (text) {
      search(text, HITS_PER_GROUP, stop.signal).then(
        (groups) => setFound({ groups, error: null }),
        (error: ApiError) => {
          if (!stop.signal.aborted) setFound({ groups: null, error });
        },
      );
    }
    return () => stop.abort();
  }, [text]);
  return found;
}

function Results({ groups, text }: { groups: HitGroups; text: string }) {
  const filled = GROUPS.filter((each) => groups[each].length > 0);
  const kind = GROUPS.find((each) => each === param("kind") && groups[each].length > 0);
  if (filled.length === 0) return <Empty title={t("searchNone", { q: text })}>{t("searchNoneHelp")}</Empty>;
  return (
    <>
      <p class="lead" role="status">{t("searchCount", { n: count(allHits(groups).length) })} · {t("searchMost", { n: HITS_PER_GROUP })}</p>
      <Choice
        name="kind" legend={t("show")} value={kind ?? "all"} onChoose={(value) => filter({ kind: value === "all" ? null : value })}
        options={[{ value: "all", name: t("all") }, ...filled.map((value) => ({ value, name: `${t(`kind_${value}`)} ${groups[value].length}` }))]}
      />
      {filled.filter((each) => !kind || each === kind).map((group) => (
        <section key={group} class={`card results group-${group}`}>
          <h2>{t(`kind_${group}`)}</h2>
          <ul>{groups[group].map((hit) => <li key={hit.id} class={hit.isOld ? "old" : ""}><a href={hit.href}><HitName hit={hit} text={text} /></a><HitFacts hit={hit} /></li>)}</ul>
        </section>
      ))}
    </>
  );
}

export function SearchPage() {
  const text = (param("q") ?? "").trim();
  const title = text ? t("searchTitle", { q: text }) : t("searchEmpty");
  useTitle(title);
  const { groups, error } = useHits(text);
  return (
    <>
      <h1>{title}</h1>
      {error && <Problem error={error} />}
      {text && !error && (groups ? <Results groups={groups} text={text} /> : <Loading />)}
    </>
  );
}
