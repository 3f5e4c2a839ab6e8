// A release of the data: what the graph held when it was loaded.
import { link } from "../address";
import { useAnswer } from "../api";
import RELEASE from "../documents/release.graphql";
import type { ReleasePageQuery, ReleasePageQueryVariables } from "../generated/answers";
import { NotFound, Shown } from "../parts/answer";
import { Code, Crumbs } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, day, t } from "../words";
import { kindOf } from "../words/kinds";

type Release = NonNullable<ReleasePageQuery["release"]>;

const isRelationship = (name: string): boolean => name === name.toUpperCase();
type Row = readonly [name: string, count: number];

const byCount = (one: Row, other: Row): number => other[1] - one[1];

/** Kinds in words, the most first; the API's own name follows, since a query needs it. */
const Kinds = ({ rows }: { rows: readonly Row[] }) => (
  <section class="card">
    <h2>{t("nodes")}</h2>
    <table class="lined"><tbody>{rows.map(([name, number]) => <tr key={name}><th scope="row">{kindOf(name) ?? <Code>{name}</Code>} {kindOf(name) && <span class="fine">{name}</span>}</th><td class="number">{count(number)}</td></tr>)}</tbody></table>
  </section>
);

const Links = ({ rows }: { rows: readonly Row[] }) => (
  <section class="card">
    <h2>{t("links")}</h2>
    <p class="lead">{t("linksLead")}</p>
    <details class="folded"><summary>{t("linksByType", { n: rows.length })}</summary>
      <table class="lined"><tbody>{rows.map(([name, number]) => <tr key={name}><th scope="row"><Code>{name}</Code></th><td class="number">{count(number)}</td></tr>)}</tbody></table>
    </details>
  </section>
);

function Loaded({ release, releases }: { release: Release; releases: ReleasePageQuery["releases"]["nodes"] }) {
  useTitle(t("releaseTitle", { name: release.name }));
  const counts = release.typeCounts.map(({ type, count: number }): Row => [type, number]);
  const others = releases.filter((each) => each.name !== release.name);
  return (
    <>
      <Crumbs items={[{ name: t("explore"), href: link([]), isData: false }, { name: release.name, isData: false }]} />
      <div class="page-head"><div><p class="lead">{t(release.isCurrent ? "releaseCurrent" : "releaseOld")}</p><h1>{t("releaseTitle", { name: release.name })}</h1><p class="row"><Code>{release.sha256}</Code></p></div></div>
      <section class="card">
        <dl class="facts-row">
          <div><dt>{t("layer")}</dt><dd><Code>{release.layer}</Code></dd></div>
          <div><dt>{t("loadedAt")}</dt><dd>{day(release.loadedAt)}</dd></div>
          <div><dt>{t("nodes")}</dt><dd class="number">{count(release.nodes)}</dd></div>
          <div><dt>{t("links")}</dt><dd class="number">{count(release.links)}</dd></div>
        </dl>
        {release.lossReason && <p class="fine">{release.lossReason}</p>}
        {others.length > 0 && <><h3>{t("otherReleases")}</h3><ul class="chips">{others.map((each) => <li key={each.name}><a class="chip" href={link(["releases", each.name])}>{each.name}</a></li>)}</ul></>}
      </section>
      <div class="pair">
        <Kinds rows={counts.filter(([name]) => !isRelationship(name)).sort(byCount)} />
        <Links rows={counts.filter(([name]) => isRelationship(name)).sort(byCount)} />
      </div>
    </>
  );
}

export function ReleasePage({ parts: [name = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<ReleasePageQuery, ReleasePageQueryVariables>(RELEASE, { name });
  return <Shown isPage answer={answer}>{({ release, releases }) => (release ? <Loaded release={release} releases={releases.nodes} /> : <NotFound />)}</Shown>;
}
