// A source: where every proof ends.
import { link } from "../address";
import { useAnswer } from "../api";
import SOURCE from "../documents/source.graphql";
import type { SourcePageQuery, SourcePageQueryVariables } from "../generated/answers";
import { NotFound, Shown } from "../parts/answer";
import { Code, Crumbs, Data } from "../parts/small";
import { useTitle } from "../parts/title";
import { day, t } from "../words";
import { said } from "../words/pilots";
import { SourceUses } from "./source-uses";

type Source = NonNullable<SourcePageQuery["source"]>;

/** Files of this project, which come with the program and stand at no address. */
const OURS = "seeds/";

const Location = ({ location, url }: { location: string; url: string | null }) => (
  <>
    <p class="location">{location}</p>
    {url ? <p><a class="button primary" href={url} target="_blank" rel="noreferrer">{t("sourceOpen")}</a></p> : <p class="fine">{t(location.startsWith(OURS) ? "sourceOurs" : "sourceNoLink")}</p>}
  </>
);

function Loaded({ source }: { source: Source }) {
  useTitle(source.title);
  return (
    <>
      <Crumbs items={[{ name: t("explore"), href: link([]), isData: false }, { name: t("source"), isData: false }]} />
      <div class="page-head"><div><p class="lead">{t("source")}</p><h1><Data>{source.title}</Data></h1><p class="row"><Code>{source.code}</Code></p></div></div>
      <section class="card">
        <h2>{t("sourceLocation")}</h2>
        {source.location ? <Location location={source.location} url={source.url ?? null} /> : <p class="fine">{t("unknown")}</p>}
        {source.publisher && <><h2>{t("publisher")}</h2><p><Data>{source.publisher}</Data></p></>}
        {source.publishedOn && <><h2>{t("issuedOn")}</h2><p>{day(source.publishedOn)}</p></>}
        {source.retrievedOn && <><h2>{t("retrievedOn")}</h2><p>{day(source.retrievedOn)}</p></>}
        {source.note && <><h2>{t("sourceNote")}</h2><p>{said(source.note, source.noteLabel)}</p></>}
      </section>
      <SourceUses source={source.id} />
    </>
  );
}

export function SourcePage({ parts: [code = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<SourcePageQuery, SourcePageQueryVariables>(SOURCE, { code });
  return <Shown isPage answer={answer}>{({ source }) => (source ? <Loaded source={source} /> : <NotFound />)}</Shown>;
}
