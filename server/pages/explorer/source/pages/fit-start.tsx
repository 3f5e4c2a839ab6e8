// Which two sides to compare: a certificate with a full standard, then what it can be compared with.
import { choose, param } from "../address";
import { useAnswer } from "../api";
import STANDARDS from "../documents/fit-standards.graphql";
import SUBJECTS from "../documents/fit-subjects.graphql";
import type { FitStandardsQuery, FitStandardsQueryVariables, FitSubjectsQuery, FitSubjectsQueryVariables } from "../generated/answers";
import { Empty, Shown } from "../parts/answer";
import { Code, Data, byRelation, fitLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { t } from "../words";

function Subjects({ name, id }: { name: string; id: string }) {
  const answer = useAnswer<FitSubjectsQuery, FitSubjectsQueryVariables>(SUBJECTS, { certificate: name });
  return (
    <Shown answer={answer}>
      {({ certificate }) => {
        const standards = byRelation(certificate?.majors.edges ?? []).stated.flatMap(({ node: major }) => major.teachingStandards.map((standard) => ({ major, standard })));
        const plans = certificate?.trainingPlans.nodes ?? [];
        if (standards.length + plans.length === 0) return <Empty title={t("suitingNone")}>{t("suitsNoneHelp")}</Empty>;
        return (
          <>
            <ul class="picks">{standards.map(({ major, standard }) => <li key={standard.id}><a href={fitLink(standard.id, id)}><Data>{major.name}</Data></a> {major.majorKey && <Code>{major.majorKey}</Code>} <span class="fine">{t(major.educationLevel)}</span></li>)}</ul>
            {plans.length > 0 && <h3>{t("fitPlans")}</h3>}
            <ul class="picks">{plans.map((plan) => <li key={plan.id}><a href={fitLink(plan.id, id)}><Data>{plan.displayName}</Data></a> <span class="fine"><Data>{plan.collegeName} {plan.grade}</Data></span></li>)}</ul>
          </>
        );
      }}
    </Shown>
  );
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
          const certificates = skillStandards.nodes.flatMap((each) => (each.certificate ? [{ ...each.certificate, requirements: each.requirementCount }] : []));
          const chosen = certificates.find((each) => each.id === param("target")) ?? certificates[0];
          if (!chosen) return <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>;
          return (
            <div class="pair">
              <section class="card edge-x">
                <h2>{t("fitStandards")}</h2>
                <ul class="picks">
                  {certificates.map((each) => (
                    <li key={each.id}><button type="button" aria-pressed={each === chosen} onClick={() => choose({ target: each.id })}><Data>{each.name}</Data> <span class="fine">{t("requirementsCount", { n: each.requirements })}</span></button></li>
                  ))}
                </ul>
              </section>
              <section class="card edge-one"><h2>{t("fitSubjects")}</h2><Subjects name={chosen.name} id={chosen.id} /></section>
            </div>
          );
        }}
      </Shown>
    </>
  );
}
