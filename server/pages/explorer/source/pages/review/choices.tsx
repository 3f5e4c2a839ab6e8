// Where nothing waits: what to choose, so that there is something to look at. No end of the way.
import { link } from "../../address";
import { useAnswer } from "../../api";
import CHOICES from "../../documents/review-choices.graphql";
import type { ReviewChoicesQuery, ReviewChoicesQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Data } from "../../parts/small";
import { targetParams } from "../fit-target";
import { t } from "../../words/reviewing";
import { OtherMajor, Subjects } from "../fit-start";

const reviewLink = (subject: string, target: string): string => link(["review"], { subject, target });

type Side = ReviewChoicesQuery["subject"];

function majorOf(side: Side | undefined) {
  switch (side?.__typename) {
    case "Major": return side;
    case "TeachingStandard":
    case "TrainingPlan": return side.major;
    case "Course": return side.teachingStandard?.major;
    case "PlanCourse": return side.trainingPlan?.major;
    default: return null;
  }
}

/** Certificates that suit the major of a programme and have a standard with requirements. */
function certificatesOf(side: Side | undefined): readonly { id: string; name: string }[] {
  return (majorOf(side)?.certificates.nodes ?? []).filter((each) => each.skillStandards.some(({ requirementCount }) => requirementCount > 0));
}

function Certificates({ subject, side }: { subject: string; side: Side | undefined }) {
  const found = certificatesOf(side);
  if (found.length === 0) return <p>{t("choicesNoCertificate")} <a href={link(["fit"])}>{t("choicesFit")}</a></p>;
  return (
    <section class="card edge-x">
      <h2>{t("choicesCertificate")}</h2>
      <ul class="picks">{found.map((each) => <li key={each.id}><a href={reviewLink(subject, each.id)}><Data>{each.name}</Data></a></li>)}</ul>
    </section>
  );
}

const Programmes = ({ name, id }: { name: string; id: string }) => (
  <section class="card edge-one">
    <h2>{t("choicesProgramme")} <span class="lead"><Data>{name}</Data></span></h2>
    <Subjects name={name} id={id} to={reviewLink} />
    <OtherMajor target={id} to={reviewLink} />
  </section>
);

interface Sides {
  subject: string | null;
  target: string | null;
}

const NoProgrammes = () => <p>{t("choicesNoProgramme")} <a href={link(["fit"])}>{t("choicesFit")}</a></p>;

/** Where one side is given: what there is for the other, with suggestions to look at. */
export function OtherSide({ subject, target }: Sides) {
  const isOne = (subject === null) !== (target === null);
  const variables = isOne ? { subject, target, hasSubject: subject !== null, hasTarget: target !== null } : null;
  const answer = useAnswer<ReviewChoicesQuery, ReviewChoicesQueryVariables>(CHOICES, variables);
  if (!isOne) return null;
  return (
    <Shown answer={answer} rows={3}>
      {({ subject: one, target: x }) => (subject ? <Certificates subject={subject} side={one} /> : x?.__typename === "Certificate" ? <Programmes name={x.name} id={x.id} /> : <NoProgrammes />)}
    </Shown>
  );
}

/** Of a certificate without requirements: that its standard is not there, and where to bring it. */
export function NoStandard({ target }: { target: string }) {
  const answer = useAnswer<ReviewChoicesQuery, ReviewChoicesQueryVariables>(CHOICES, { subject: null, target, hasSubject: false, hasTarget: true });
  const one = answer.data?.target;
  if (one?.__typename !== "Certificate" || one.skillStandards.some(({ requirementCount }) => requirementCount > 0)) return null;
  return <p>{t("reviewNoStandard")} <a class="button small" href={link(["import", "standard"])}>{t("choicesImport")}</a></p>;
}

/** What to go on with: the other side of a programme or a certificate, both, or the coverage that all decisions give. */
export function Choices({ subject, target }: Sides) {
  const isOne = (subject === null) !== (target === null);
  return (
    <>
      <Empty title={t("reviewEmpty")}>
        {t(subject && target ? "reviewAllDecided" : isOne ? "choicesLead" : "reviewEmptyHelp")} <a class="button small" href={subject && target ? link(["fit"], { subject, ...targetParams(target) }) : link(["fit"])}>{t(subject && target ? "choicesFit" : "choicesStart")}</a>
      </Empty>
      <OtherSide subject={subject} target={target} />
    </>
  );
}
