// Training plans with their bounds: the reviewed ones ranked, the others by college, since nothing is known of them.
import { changed, link, param } from "../../address";
import { useAnswer } from "../../api";
import PLANS from "../../documents/gaps-plans.graphql";
import type { GapsPlansQuery, GapsPlansQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Bar, Bounds, Mark, countsOf, isReviewed, lowerOf, sumOf, upperOf } from "../../parts/coverage";
import { Figure } from "../../parts/figure";
import { Data, collegeLink, fitLink, unique } from "../../parts/small";
import { sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { coverageTable, coverageWorkbook, cubeVariables, saidOfCut, saidOfDropped } from "./choices";
import { OfCertificate, unreviewedOf } from "./pairs";

type Row = NonNullable<GapsPlansQuery["coverageCube"]>["rows"][number];

const byBounds = (a: Row, b: Row): number => lowerOf(countsOf(b)) - lowerOf(countsOf(a)) || upperOf(countsOf(b)) - upperOf(countsOf(a));
const planKey = (row: Row): string => row.trainingPlan ?? "";
const pairKey = (row: Row): string => `${planKey(row)} ${row.certificate}`;
const nameOf = (row: Row): string => `${row.college} ${row.majorName} ${row.year}`;
/** The plan: its coverage of the certificate, where the row or the filter is of one. */
const planLink = (row: Row, target: string | undefined): string => link(["plans", planKey(row)], target ? { view: "coverage", target } : {});
const Name = ({ row, target }: { row: Row; target: string | undefined }) => <><a href={collegeLink({ name: row.college ?? "" })}><Data>{row.college}</Data></a> <a href={planLink(row, target)}><Data>{row.majorName}</Data> <span class="fine number">{row.year}</span></a></>;

function Reviewed({ row, target }: { row: Row; target: string | undefined }) {
  const bar = <Bar counts={countsOf(row)} about={`${nameOf(row)} × ${row.certificate}`} />;
  return (
    <li>
      <span><Name row={row} target={target} /><OfCertificate name={row.certificate} /></span>
      {target ? <a href={fitLink(planKey(row), target)}>{bar}</a> : bar}
      <Bounds counts={countsOf(row)} />
    </li>
  );
}

/** Plans by province; `arePairs`: each with the certificate that the row is of, at which its page opens. */
function Unreviewed({ rows, targetOf, arePairs = false }: { rows: readonly Row[]; targetOf: (row: Row) => string | undefined; arePairs?: boolean }) {
  const provinces = unique(rows, (each) => each.province ?? "").map((each) => each.province);
  return (
    <dl class="name-rows hatched-edge">
      {provinces.map((name) => (
        <div key={name}><dt><a href={changed({ province: name })}><Data>{name}</Data></a></dt><dd>{rows.filter((each) => each.province === name).map((each) => <span key={pairKey(each)}><Name row={each} target={targetOf(each)} />{arePairs && <OfCertificate name={each.certificate} />}</span>)}</dd></div>
      ))}
    </dl>
  );
}

interface Certificate {
  id: string;
  name: string;
}

interface Listed {
  reviewed: readonly Row[];
  never: readonly Row[];
  others: readonly Row[];
  idOf: (certificate: string | null | undefined) => string | undefined;
}

/** What the lists show: rows with requirements, the plans that nobody reviewed, and of the others the certificates that they wait for. */
function listedOf(rows: readonly Row[], certificates: readonly Certificate[]): Listed {
  const compared = rows.filter((each) => sumOf(countsOf(each)) > 0);
  return {
    reviewed: compared.filter((each) => isReviewed(countsOf(each))).sort(byBounds),
    ...unreviewedOf(compared, planKey),
    idOf: (name) => certificates.find((each) => each.name === name)?.id,
  };
}

/** The pages that the links of the lists open. */
const pagesOf = ({ reviewed, never, idOf }: Listed) => [
  ...(reviewed.some((each) => idOf(each.certificate)) ? (["fit"] as const) : []),
  ...(reviewed.length > 0 ? (["certificate"] as const) : []),
  ...(reviewed.length + never.length > 0 ? (["plan", "college"] as const) : []),
];

function Lists({ reviewed, never, others, idOf }: Listed) {
  if (reviewed.length + never.length === 0) return <Empty title={t("nothingFits")}>{t("nothingFitsHelp")}</Empty>;
  return (
    <>
      {reviewed.length === 0 && <p class="fine">{g("gapsPlansNoneReviewed")}</p>}
      <ol class="intervals">{reviewed.map((each) => <Reviewed key={pairKey(each)} row={each} target={idOf(each.certificate)} />)}</ol>
      {never.length > 0 && <><h3><Mark state="UNKNOWN" /> {g("gapsPlansOpen", { n: never.length })}</h3><p class="fine">{g("gapsOpenLead")}</p><Unreviewed rows={never} targetOf={() => idOf(param("certificate"))} /></>}
      {others.length > 0 && <><h3><Mark state="UNKNOWN" /> {g("gapsPlansOpenPairs", { n: others.length })}</h3><p class="fine">{g("gapsOpenPairsLead")}</p><Unreviewed rows={others} targetOf={(each) => idOf(each.certificate)} arePairs /></>}
    </>
  );
}

export function Plans({ certificates }: { certificates: readonly Certificate[] }) {
  const variables = cubeVariables();
  const answer = useAnswer<GapsPlansQuery, GapsPlansQueryVariables>(PLANS, variables);
  return (
    <Shown answer={answer}>
      {({ coverageCube }) => {
        const rows = coverageCube?.rows ?? [];
        const listed = listedOf(rows, certificates);
        return (
          <Figure id="gaps-plans" title={g("gapsPlansTitle")} lead={sentences(g("gapsPlansLead"), saidOfCut(coverageCube), ...saidOfDropped(...pagesOf(listed)))} query={PLANS} variables={variables} table={coverageTable(["province", "college", "majorName", "year", "certificate"], rows)} workbook={coverageWorkbook(["PROVINCE", "COLLEGE", "MAJOR", "YEAR", "TRAINING_PLAN", "CERTIFICATE"])}>
            <Lists {...listed} />
          </Figure>
        );
      }}
    </Shown>
  );
}
