// Which two sides to compare: a certificate with a full standard, then what it can be compared with.
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { choose, link, param } from "../address";
import { useAnswer } from "../api";
import PROGRAMMES from "../documents/certificate-programmes.graphql";
import MAJORS from "../documents/fit-majors.graphql";
import STANDARDS from "../documents/fit-standards.graphql";
import SUBJECTS from "../documents/fit-subjects.graphql";
import type { CertificateProgrammesQuery, CertificateProgrammesQueryVariables, FitMajorsQuery, FitMajorsQueryVariables, FitStandardsQuery, FitStandardsQueryVariables, FitSubjectsQuery, FitSubjectsQueryVariables } from "../generated/answers";
import { Empty, Shown } from "../parts/answer";
import { Bar, Legend, countsOf } from "../parts/coverage";
import { Code, Data, type Level, fitLink, majorLink, unique } from "../parts/small";
import { type Certificate, type Major, type Plan, majorsOf, plansOf } from "../parts/subjects";
import { newest } from "../parts/newest";
import { useTitle } from "../parts/title";
import { leading, t } from "../words";
import { TargetChoice, targetLevel, targetParams } from "./fit-target";

type CubeRow = NonNullable<CertificateProgrammesQuery["coverageCube"]>["rows"][number];

interface Side {
  major: Pick<Major, "id" | "majorKey" | "name" | "educationLevel">;
  standard: Major["teachingStandards"][number];
  row: CubeRow | undefined;
}

/** What somebody has reviewed stands first: there is something to see. */
const reviewedFirst = (a: Side, b: Side): number => (b.row?.unknown === b.row?.requirements ? 0 : 1) - (a.row?.unknown === a.row?.requirements ? 0 : 1);

/** Where a chosen programme and certificate lead. */
type Leading = (subject: string, target: string) => string;

const Standard = ({ side: { major, standard, row }, target, to }: { side: Side; target: string; to: Leading }) => (
  <li class="row">
    <a href={to(standard.id, target)}><Data>{major.name}</Data></a>
    <span class="fine">{major.majorKey && <Code>{major.majorKey}</Code>} {t(major.educationLevel)}</span>
    {row && <Bar counts={countsOf(row)} size="s" about={major.name} />}
  </li>
);

const Plans = ({ plans, target, to }: { plans: readonly Plan[]; target: string; to: Leading }) =>
  plans.length === 0 ? null : (
    <>
      <h3>{t("fitPlans")}</h3>
      <ul class="picks in-columns">{plans.map((plan) => <li key={plan.id}><a href={to(plan.id, target)}><Data>{plan.displayName}</Data></a> <span class="fine"><Data>{plan.collegeName} {plan.grade}</Data></span></li>)}</ul>
    </>
  );

function Sides({ certificate, rows, target, to }: { certificate: Certificate | null | undefined; rows: readonly CubeRow[]; target: string; to: Leading }) {
  const sides = majorsOf(certificate).flatMap((major) => major.teachingStandards.map((standard) => ({ major, standard, row: rows.find((each) => each.major === major.id) })));
  const plans = plansOf(certificate);
  if (sides.length + plans.length === 0) return <Empty title={t("suitingNone")}>{t("suitingNoneHelp")}</Empty>;
  return (
    <>
      <ul class="picks in-columns">{sides.sort(reviewedFirst).map((side) => <Standard key={side.standard.id} side={side} target={target} to={to} />)}</ul>
      <Plans plans={plans} target={target} to={to} />
      <Legend />
    </>
  );
}

type FoundMajor = Extract<FitMajorsQuery["search"][number]["node"], { __typename: "Major" }>;

/** Majors that the search finds: those with a teaching standard to choose from, the others by name. */
function StandardsOf({ text, target, to }: { text: string; target: string; to: Leading }) {
  const answer = useAnswer<FitMajorsQuery, FitMajorsQueryVariables>(MAJORS, { text });
  return (
    <Shown answer={answer} rows={1}>
      {({ search }) => {
        const majors = search.map((each) => each.node).filter((each): each is FoundMajor => each.__typename === "Major");
        const sides = majors.flatMap((major) => major.teachingStandards.map((standard) => ({ major, standard, row: undefined })));
        const without = majors.filter((each) => each.teachingStandards.length === 0);
        return (
          <>
            <p class="fine" role="status">{sides.length > 0 ? t("otherMajorFound", { n: sides.length }) : t("otherMajorNone", { text })}</p>
            {sides.length > 0 && <ul class="picks">{sides.map((side) => <Standard key={side.standard.id} side={side} target={target} to={to} />)}</ul>}
            {without.length > 0 && <p class="fine">{leading(t("otherMajorWithout"))}{without.map((each) => <Fragment key={each.id}><a href={majorLink(each)}><Data>{each.name}</Data> {each.majorKey && <Code>{each.majorKey}</Code>}</a> </Fragment>)}</p>}
          </>
        );
      }}
    </Shown>
  );
}

const TEXT_LARGEST = 100;

/** A programme that no source names for the certificate is compared as well: a document need not list all. */
export function OtherMajor({ target, to = fitLink }: { target: string; to?: Leading }) {
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const find = (event: Event): void => {
    event.preventDefault();
    setText(typed.trim());
  };
  return (
    <form onSubmit={find}>
      <p class="row">
        <label class="select wide"><span>{t("otherMajor")}</span><input type="search" maxLength={TEXT_LARGEST} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} /></label>
        <button type="submit" class="button" disabled={!typed.trim()}>{t("otherMajorFind")}</button>
      </p>
      {text && <StandardsOf key={text} text={text} target={target} to={to} />}
    </form>
  );
}

interface SubjectsProps {
  name: string;
  id: string;
  to?: Leading;
  /** What the bars count; null: the whole certificate. */
  level?: Level | null;
  /** They count the newest version of each level. */
  hasBars?: boolean;
}

export function Subjects({ name, id, to = fitLink, level = null, hasBars = true }: SubjectsProps) {
  const subjects = useAnswer<FitSubjectsQuery, FitSubjectsQueryVariables>(SUBJECTS, { certificate: name });
  const rows = useAnswer<CertificateProgrammesQuery, CertificateProgrammesQueryVariables>(PROGRAMMES, { certificate: name, ...(level && { level: [level] }) });
  return (
    <Shown answer={subjects}>
      {({ certificate }) => <Shown answer={rows}>{({ coverageCube }) => <Sides certificate={certificate} rows={hasBars ? (coverageCube?.rows ?? []) : []} target={id} to={to} />}</Shown>}
    </Shown>
  );
}

/** Each certificate once, with what its newest standard requires. */
function certificatesOf(standards: FitStandardsQuery["skillStandards"]["nodes"]) {
  const certificates = unique(standards.flatMap((each) => each.certificate ?? []), (each) => each.id);
  return certificates.map((each) => {
    const versions = standards.filter(({ certificate }) => certificate?.id === each.id);
    return { ...each, versions, requirements: newest(versions)?.requirementCount ?? 0 };
  });
}


export function FitStart() {
  useTitle(t("fit"));
  const answer = useAnswer<FitStandardsQuery, FitStandardsQueryVariables>(STANDARDS, {});
  return (
    <>
      <h1>{t("fitStart")}</h1>
      <p class="lead">{t("fitStartLead")}</p>
      <Shown answer={answer}>
        {({ skillStandards }) => {
          const certificates = certificatesOf(skillStandards.nodes);
          const chosen = certificates.find((each) => each.id === param("target")) ?? certificates[0];
          if (!chosen) return <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>;
          // An address may name a version of another certificate, or no certificate.
          const standard = chosen.versions.find((each) => each.id === param("standard"))?.id ?? null;
          const targeted = (target: string) => ({ ...targetParams(target), standard });
          const chosenFit: Leading = (subject, target) => link(["fit"], { subject, ...targeted(target) });
          return (
            <div class="fit-start">
              <section class="card edge-x">
                <h2>{t("fitStandards")}</h2>
                <ul class="picks">
                  {certificates.map((each) => (
                    <li key={each.id}><button type="button" aria-pressed={each === chosen} onClick={() => choose({ target: each.id, level: null, standard: null })}><Data>{each.name}</Data> <span class="fine">{t("requirementsCount", { n: each.requirements })}</span></button></li>
                  ))}
                </ul>
                <TargetChoice target={chosen.id} standards={chosen.versions} />
              </section>
              <section class="card edge-one"><h2>{t("fitSubjects")}</h2><OtherMajor target={chosen.id} to={chosenFit} /><p><a href={link(["fit"], { ...targeted(chosen.id), pick: "search" })}>{t("fitPickSet")}</a></p><Subjects name={chosen.name} id={chosen.id} to={chosenFit} level={targetLevel(chosen.versions)} hasBars={standard === null} /></section>
            </div>
          );
        }}
      </Shown>
    </>
  );
}
