// A certificate: the side of the "X". Where it stands, what it requires, and which programmes it suits.
import type { ComponentChildren } from "preact";
import { link, param } from "../address";
import { useAnswer } from "../api";
import PROGRAMMES from "../documents/certificate-programmes.graphql";
import SUCCESSION from "../documents/certificate-succession.graphql";
import CERTIFICATE from "../documents/certificate.graphql";
import type { CertificatePageQuery, CertificatePageQueryVariables, CertificateProgrammesQuery, CertificateProgrammesQueryVariables, SuccessionQuery, SuccessionQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Bar, countHeads, countsOf, foundOf, isReviewed, lowerOf, sumOf } from "../parts/coverage";
import { Figure, tableOf } from "../parts/figure";
import { SkillTree } from "../parts/skill-tree";
import { newest } from "../parts/newest";
import { Code, Crumbs, Data, Dated, EnglishName, LEVELS, LevelTag, Mixed, Seal, SourcesCard, Stated, byRelation, fitLink, majorLink, unique } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, listed, t } from "../words";
import { figure, said } from "../words/pilots";

type Certificate = NonNullable<CertificatePageQuery["certificate"]>;
type Standard = Certificate["skillStandards"][number];
type Succession = NonNullable<SuccessionQuery["certificateSuccession"]>;
type Major = Certificate["majors"]["edges"][number]["node"];
type CubeRow = NonNullable<CertificateProgrammesQuery["coverageCube"]>["rows"][number];

/** Who published its standards, as their documents say: that need not be who issues the certificate. */
const publishersOf = (certificate: Certificate): string[] => [...new Set(certificate.skillStandards.flatMap((each) => each.sources.flatMap(({ publisher }) => publisher ?? [])))];

/** The year of its batch, or of its first standard; null: not known. */
function firstYearOf({ batchYear, skillStandards }: Certificate): number | null {
  const years = skillStandards.flatMap(({ year }) => year ?? []);
  return batchYear ?? (years.length > 0 ? Math.min(...years) : null);
}

/** Whether it came after the year in which those of before were to pass on. */
const isLaterThan = (certificate: Certificate, dueOn: string | null | undefined): boolean => dueOn != null && (firstYearOf(certificate) ?? 0) > Number(dueOn.slice(0, 4));

function Standing({ certificate, succession }: { certificate: Certificate; succession: Succession }) {
  const due = { d: succession.handoverDueOn ?? t("unknown") };
  const publishers = publishersOf(certificate);
  const isLater = isLaterThan(certificate, succession.handoverDueOn);
  const names = listed(succession.successors.map((each) => each.successor.displayName ?? each.successor.id));
  const policies = unique(succession.legalBasis.filter((each) => each.effect === "TRANSFERS"), (each) => each.policy.reference);
  return (
    <dl class="standing">
      <div><dt>{t("issuer")}</dt><dd><Stated>{certificate.organizations.map((each) => each.name).join("、")}</Stated>{certificate.organizations.length === 0 && publishers.length > 0 && <span class="fine"><br /><Mixed>{t("publishedBy", { name: publishers.join("、") })}</Mixed></span>}</dd></div>
      <div><dt>{t("standing")}</dt><dd>{t(`standing_${succession.standing}`)}</dd></div>
      <div class="ochre">
        <dt>{t("handover")}</dt>
        <dd>
          <Dated>{isLater ? t("handoverLater", due) : t(`handover_${succession.handover}`, due)}</Dated><br />
          <span class="fine">{t(`successor_${succession.successorState}`, { names })}</span>
          {policies.map(({ policy }) => <span key={policy.reference} class="fine"><br /><a href={link(["policies", policy.reference])}><Data>{policy.reference}</Data></a></span>)}
        </dd>
      </div>
    </dl>
  );
}

/** Give the version that is asked for in the address, else the newest. */
function shownOf(certificate: Certificate): Standard | undefined {
  return certificate.skillStandards.find((each) => each.version === param("version")) ?? newest(certificate.skillStandards);
}

/** Whether a level of it counts: no newer version has that. */
const isCounted = (standard: Standard): boolean => standard.levels.some((each) => each.replacedBy === null);

function Version({ certificate, standard }: { certificate: Certificate; standard: Standard }) {
  const name = <Code>{t("version", { v: standard.version, y: standard.year ?? t("unknown") })}{isCounted(standard) ? "" : ` ${t("versionReplaced")}`}</Code>;
  if (certificate.skillStandards.length === 1) return name;
  const isShown = standard.id === shownOf(certificate)?.id;
  return <a href={link(["certificates", certificate.name], { version: standard.version })} aria-current={isShown ? "true" : undefined}>{name}</a>;
}

function Head({ certificate, succession }: { certificate: Certificate; succession: Succession | null }) {
  const levels = LEVELS.filter((each) => certificate.levelsSeen.includes(each));
  return (
    <div class="page-head">
      <span class="badge badge-x" aria-hidden="true">X</span>
      <div>
        <p class="lead">{[t("certificate"), ...levels.map((each) => t(each)), ...(certificate.batch ? [t("batchOf", { n: certificate.batch })] : [])].join(" · ")}</p>
        <h1><Data>{certificate.name}</Data></h1>
        <EnglishName pinyin={certificate.namePinyin} />
        <p class="row">
          {certificate.standardCode && <Code>{certificate.standardCode}</Code>}
          {certificate.skillStandards.map((each) => <Version key={each.id} certificate={certificate} standard={each} />)}
          {certificate.skillStandards.length > 1 && <a href={link(["certificates", certificate.name, "versions"])}>{t("versionChanges")}</a>}
          <Seal basis={certificate.basis} isLong />
        </p>
        {certificate.note && <p class="fine"><Mixed>{said(certificate.note, certificate.noteLabel)}</Mixed></p>}
      </div>
      {succession && <Standing certificate={certificate} succession={succession} />}
    </div>
  );
}

function Outline({ certificate }: { certificate: Certificate }) {
  const topics = certificate.outline;
  return (
    <section class="card dotted">
      <Empty title={t("noFullStandard")}>{t(topics.length > 0 ? "noFullStandardHelp" : "noOutlineHelp")} <a href={link(["import", "standard"])}>{t("importStandard")}</a></Empty>
      {topics.length > 0 && (
        <>
          <h3>{t("outline")}</h3>
          <ul class="plain-list">
            {topics.map((each) => <li key={`${each.level ?? ""}${each.sequence}`}>{each.level && <LevelTag level={each.level} />} <Data>{[each.module, each.topic].filter(Boolean).join("：")}</Data></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

interface Programme {
  major: Major;
  row: CubeRow | undefined;
}

const countsOfRow = (row: CubeRow | undefined) => countsOf(row ?? {});
const rank = ({ row }: Programme): number => {
  const counts = countsOfRow(row);
  return sumOf(counts) > 0 && isReviewed(counts) ? lowerOf(counts) : -1;
};

function MajorRow({ major, row, target }: Programme & { target: string }) {
  const [standard] = major.teachingStandards;
  return (
    <li>
      <a href={majorLink(major)}><Data>{major.name}</Data></a>
      <span class="fine">{major.majorKey && <Code>{major.majorKey}</Code>} {t(major.educationLevel)}</span>
      {standard && row ? <a href={fitLink(standard.id, target)}><Bar counts={countsOfRow(row)} size="s" about={`${major.name}, ${t("openFit")}`} /></a> : <span />}
    </li>
  );
}

const MoreMajors = ({ title, majors, target, isOpen = false }: { title: string; majors: readonly Major[]; target: string; isOpen?: boolean }) =>
  majors.length === 0 ? null : (
    <details open={isOpen}><summary>{title}</summary><ul class="suiting-majors">{majors.map((each) => <MajorRow key={each.id} major={each} row={undefined} target={target} />)}</ul></details>
  );

const isOld = (each: Major): boolean => ["2004", "2015", "before-2021"].includes(each.edition);

function SuitingMajors({ certificate }: { certificate: Certificate }) {
  const { stated, reported } = byRelation(certificate.majors.edges);
  const majors = stated.map((each) => each.node);
  if (stated.length + reported.length === 0) return <section class="card"><h2>{t("suitingMajors")}</h2><Empty title={t("suitingNone")}>{t("suitingNoneHelp")}</Empty></section>;
  const rest = (
    <>
      <MoreMajors title={t("olderEditions", { n: majors.filter(isOld).length })} majors={majors.filter(isOld)} target={certificate.id} isOpen={majors.every(isOld)} />
      <MoreMajors title={t("reportedByColleges", { n: reported.length })} majors={reported.map((each) => each.node)} target={certificate.id} />
    </>
  );
  const current = majors.filter((each) => !isOld(each));
  // What the list of certificates counts, part by part.
  const parts = { n: majors.length + reported.length, c: majors.length - current.length, d: reported.length };
  const counted = (compared: number): string => t("suitingCounts", { ...parts, a: compared, b: current.length - compared });
  if (certificate.skillStandards.length > 0) return <ComparedMajors certificate={certificate} majors={current} rest={rest} counted={counted} />;
  return (
    <section class="card">
      <h2>{t("suitingMajors")}</h2>
      <p class="lead">{t("standardNotHere")}</p>
      <p class="fine">{t("suitingNamed", { ...parts, a: current.length })}</p>
      <ul class="suiting-majors">{current.map((each) => <MajorRow key={each.id} major={each} row={undefined} target={certificate.id} />)}</ul>
      {rest}
    </section>
  );
}

function ComparedMajors({ certificate, majors, rest, counted }: { certificate: Certificate; majors: readonly Major[]; rest: ComponentChildren; counted: (compared: number) => string }) {
  const variables = { certificate: certificate.name };
  const answer = useAnswer<CertificateProgrammesQuery, CertificateProgrammesQueryVariables>(PROGRAMMES, variables);
  return (
    <Shown answer={answer}>
      {({ coverageCube }) => {
        const rows = new Map((coverageCube?.rows ?? []).map((each) => [each.major, each]));
        const hasRow = (each: Major): boolean => each.teachingStandards.length > 0 && rows.has(each.id);
        const compared = majors.filter(hasRow).map((major) => ({ major, row: rows.get(major.id) })).sort((a, b) => rank(b) - rank(a));
        const columns = { code: t("codeColumn"), programme: t("programme"), ...countHeads() };
        const table = tableOf(Object.keys(columns) as (keyof typeof columns)[], compared.map(({ major, row }) => ({ code: major.majorKey ?? null, programme: major.name, requirements: row?.requirements ?? null, ...foundOf(row ?? {}) })), (each) => columns[each]);
        return (
          <Figure id="suiting-majors" title={t("suitingMajors")} lead={t("suitingMajorsLead")} query={PROGRAMMES} variables={variables} table={table}>
            <p class="fine">{counted(compared.length)}</p>
            <ul class="suiting-majors">{compared.map((each) => <MajorRow key={each.major.id} {...each} target={certificate.id} />)}</ul>
            <MoreMajors title={t("notComparable", { n: majors.length - compared.length })} majors={majors.filter((each) => !hasRow(each))} target={certificate.id} />
            {rest}
          </Figure>
        );
      }}
    </Shown>
  );
}

const Candidates = ({ succession }: { succession: Succession }) =>
  succession.candidateOccupations.length === 0 ? null : (
    <section class="card">
      <h2>{t("candidateOccupations")}</h2>
      <p class="lead">{t("candidateOccupationsLead")}</p>
      <ul class="occupations">{succession.candidateOccupations.map(({ majors, occupation }) => <li key={occupation.name}>{occupation.code && <Code>{occupation.code}</Code>} <Data>{occupation.name}</Data> <span class="number fine">{count(majors)}</span></li>)}</ul>
    </section>
  );

const Pilots = ({ certificate }: { certificate: Certificate }) => (
  <section class="card">
    <h2>{t("pilots")}</h2>
    {certificate.pilotRecords.nodes.length === 0 && <p class="fine">{t("pilotsNone")}</p>}
    <ul class="plain-list">
      {certificate.pilotRecords.nodes.map((each) => <li key={each.code}><span lang="zh-CN">{[each.date, said(each.area, each.areaLabel), said(each.institution, each.institutionLabel)].filter(Boolean).join(" · ")}</span> <span class="fine">{said(each.metric, each.metricLabel)}</span> <b class="number">{figure(each.valueText, said(each.unit, each.unitLabel))}</b></li>)}
    </ul>
  </section>
);

function Loaded({ certificate }: { certificate: Certificate }) {
  useTitle(certificate.name);
  const answer = useAnswer<SuccessionQuery, SuccessionQueryVariables>(SUCCESSION, { certificate: certificate.id, asOf: today() });
  const succession = answer.data?.certificateSuccession ?? null;
  const standard = shownOf(certificate);
  return (
    <>
      <Crumbs slug={certificate.slug} items={[{ name: t("certificateList"), href: link(["certificates"]), isData: false }, { name: certificate.name }]} />
      <Head certificate={certificate} succession={succession} />
      <div class="columns">
        <div>{standard ? <SkillTree certificate={certificate} standard={standard} by={param("by")} /> : <Outline certificate={certificate} />}</div>
        <div>
          <SuitingMajors certificate={certificate} />
          {succession && <Candidates succession={succession} />}
          <Pilots certificate={certificate} />
          <SourcesCard sources={unique([...certificate.sources, ...certificate.skillStandards.flatMap((each) => each.sources)], (each) => each.code)} />
        </div>
      </div>
    </>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

export function CertificatePage({ parts: [name = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<CertificatePageQuery, CertificatePageQueryVariables>(CERTIFICATE, { name });
  return <Shown isPage answer={answer} rows={8}>{({ certificate }) => (certificate ? <Loaded certificate={certificate} /> : <NotFound />)}</Shown>;
}
