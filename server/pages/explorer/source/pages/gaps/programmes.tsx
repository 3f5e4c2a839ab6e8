// Each programme with its bounds: the reviewed ones ranked, the others by name, since nothing is known of them.
import { useEffect, useState } from "preact/hooks";
import { ask, useAnswer } from "../../api";
import STANDARDS from "../../documents/major-standards.graphql";
import PROGRAMMES from "../../documents/gaps-programmes.graphql";
import type { GapsProgrammesQuery, GapsProgrammesQueryVariables, MajorStandardsQuery } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, Mark, countsOf, isReviewed, lowerOf, sumOf, upperOf } from "../../parts/coverage";
import { Figure } from "../../parts/figure";
import { Code, Data, fitLink, majorLink, unique } from "../../parts/small";
import { label, sentences } from "../../words";
import { g } from "../../words/gaps";
import { EDUCATION_LEVELS, REVIEWED_LINKS, coverageTable, coverageWorkbook, cubeVariables, hasRanking, saidOfCut, saidOfDropped } from "./choices";
import { OfCertificate, unreviewedOf } from "./pairs";

type Row = NonNullable<GapsProgrammesQuery["coverageCube"]>["rows"][number];
type Major = MajorStandardsQuery["majors"]["nodes"][number];
type Majors = ReadonlyMap<string, Major>;

const LOOKED_UP_AT_ONCE = 100;

/** Addresses and standards of the majors; names are shown before they are here. */
function useMajors(ids: readonly string[]): Majors {
  const [majors, setMajors] = useState<Majors>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    const parts = Array.from({ length: Math.ceil(ids.length / LOOKED_UP_AT_ONCE) }, (_, at) => ids.slice(at * LOOKED_UP_AT_ONCE, (at + 1) * LOOKED_UP_AT_ONCE));
    void Promise.all(parts.map((each) => ask<MajorStandardsQuery>(STANDARDS, { ids: each }, stop.signal))).then(
      (answers) => setMajors(new Map(answers.flatMap((each) => each.majors.nodes).map((each) => [each.id, each]))),
      () => undefined,
    );
    return () => stop.abort();
  }, [ids.join(" ")]);
  return majors;
}

const Name = ({ row, majors }: { row: Row; majors: Majors }) => {
  const major = majors.get(row.major ?? "");
  return major ? <a href={majorLink(major)}><Data>{row.majorName}</Data></a> : <Data>{row.majorName}</Data>;
};

function Reviewed({ row, majors, certificate }: { row: Row; majors: Majors; certificate: string | undefined }) {
  const counts = countsOf(row);
  const major = majors.get(row.major ?? "");
  const standard = major?.teachingStandards[0]?.id;
  const bar = <Bar counts={counts} about={`${row.majorName} × ${row.certificate}`} />;
  return (
    <li>
      <span><Name row={row} majors={majors} /> {major?.majorKey && <Code>{major.majorKey}</Code>}<OfCertificate name={row.certificate} /></span>
      {standard && certificate ? <a href={fitLink(standard, certificate)}>{bar}</a> : bar}
      <Bounds counts={counts} />
    </li>
  );
}

const pairKey = (row: Row): string => `${row.major} ${row.certificate}`;
const levelOf = (row: Row): string => row.educationLevel ?? "unknown";

/** Programmes by the level of their diploma, as names alone or with the certificate that the row is of. */
function Names({ rows, majors, look, arePairs = false }: { rows: readonly Row[]; majors: Majors; look: string; arePairs?: boolean }) {
  const levels = [...EDUCATION_LEVELS, "unknown"].map((level) => [level, rows.filter((each) => levelOf(each) === level)] as const);
  return (
    <dl class={`name-rows ${look}`}>
      {levels.filter(([, found]) => found.length > 0).map(([level, found]) => (
        <div key={level}><dt>{label(level)}</dt><dd>{found.map((each) => (arePairs ? <span key={pairKey(each)}><Name row={each} majors={majors} /><OfCertificate name={each.certificate} /></span> : <Name key={each.major} row={each} majors={majors} />))}</dd></div>
      ))}
    </dl>
  );
}

const majorKey = (row: Row): string => row.major ?? "";
const byMajor = (rows: readonly Row[]): Row[] => unique(rows, majorKey);
const byBounds = (a: Row, b: Row): number => lowerOf(countsOf(b)) - lowerOf(countsOf(a)) || upperOf(countsOf(b)) - upperOf(countsOf(a));

function Lists({ rows, certificates }: { rows: readonly Row[]; certificates: readonly { id: string; name: string }[] }) {
  const majors = useMajors(byMajor(rows).flatMap((each) => each.major ?? []));
  const compared = rows.filter((each) => sumOf(countsOf(each)) > 0);
  const reviewed = compared.filter((each) => isReviewed(countsOf(each))).sort(byBounds);
  const { never, others } = unreviewedOf(compared, majorKey);
  const bare = byMajor(rows.filter((each) => sumOf(countsOf(each)) === 0));
  return (
    <>
      {reviewed.length === 0 && <p class="fine">{g("gapsNoneReviewed")}</p>}
      <ol class="intervals">{reviewed.map((each) => <Reviewed key={pairKey(each)} row={each} majors={majors} certificate={certificates.find(({ name }) => name === each.certificate)?.id} />)}</ol>
      {never.length > 0 && <><h3><Mark state="UNKNOWN" /> {g("gapsOpen", { n: never.length })}</h3><p class="fine">{g("gapsOpenLead")}</p><Names rows={never} majors={majors} look="hatched-edge" /></>}
      {others.length > 0 && <><h3><Mark state="UNKNOWN" /> {g("gapsOpenPairs", { n: others.length })}</h3><p class="fine">{g("gapsOpenPairsLead")}</p><Names rows={others} majors={majors} look="hatched-edge" arePairs /></>}
      {bare.length > 0 && <><h3>{g("gapsBare", { n: bare.length })}</h3><p class="fine">{g("gapsBareLead")}</p><Names rows={bare} majors={majors} look="dotted-edge" /></>}
    </>
  );
}

export function Programmes({ certificates }: { certificates: readonly { id: string; name: string }[] }) {
  const variables = cubeVariables();
  const answer = useAnswer<GapsProgrammesQuery, GapsProgrammesQueryVariables>(PROGRAMMES, variables);
  return (
    <Shown answer={answer}>
      {({ coverageCube }) => {
        const rows = coverageCube?.rows ?? [];
        return (
          <Figure id="gaps-programmes" title={g("gapsProgrammes")} lead={sentences(g("gapsProgrammesLead"), saidOfCut(coverageCube), ...saidOfDropped(...(hasRanking(rows) ? REVIEWED_LINKS : []), ...(rows.length > 0 ? ["programme"] as const : [])))} query={PROGRAMMES} variables={variables} table={coverageTable(["major", "majorName", "majorClass", "educationLevel", "certificate", "withoutStandard"], rows)} workbook={coverageWorkbook(["MAJOR", "EDUCATION_LEVEL", "CLASS", "CERTIFICATE"])}>
            <Lists rows={rows} certificates={certificates} />
          </Figure>
        );
      }}
    </Shown>
  );
}
