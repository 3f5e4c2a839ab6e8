// A short link: the address of a node by its slug, which leads on to the page that shows it.
import { useEffect } from "preact/hooks";
import { go, link } from "../address";
import { useAnswer } from "../api";
import SHORT_LINK from "../documents/short-link.graphql";
import type { ShortLinkQuery, ShortLinkQueryVariables } from "../generated/answers";
import { Loading, NotFound, Onward, Shown } from "../parts/answer";
import { QueryLink } from "../parts/figure";
import { pageOf } from "../parts/hits";
import { Code, Data, collegeLink, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { t } from "../words";
import { kindOf } from "../words/kinds";
import { token } from "./review/decisions";

type Node = NonNullable<ShortLinkQuery["node"]>;

function codeOf(node: Node): string | null {
  switch (node.__typename) {
    case "Major":
      return node.majorKey ?? null;
    case "SkillRequirement":
      return node.requirementCode;
    case "WorkTask":
      return node.taskCode;
    case "College":
      return node.collegeCode ?? null;
    case "Province":
      return node.provinceCode;
    default:
      return null;
  }
}

const certificatePage = (certificate: { name: string } | null | undefined, query: Record<string, string> = {}): string | null =>
  certificate ? link(["certificates", certificate.name], query) : null;

/** An alignment of a course with a requirement is decided on in the queue of its programme and certificate. */
function reviewOf(node: Extract<Node, { __typename: "Alignment" }>): string | null {
  const subject = node.course?.teachingStandard?.id ?? node.planCourse?.trainingPlan?.id;
  const target = node.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate?.id;
  return subject && target ? link(["review"], { subject, target, at: node.id }) : null;
}

const planPage = (plan: { id: string } | null | undefined): string | null => (plan ? link(["plans", plan.id]) : null);

/** That nothing was found for a requirement stands at the requirement, in the fit of the programme. */
function fitOf({ teachingStandard, trainingPlan, concludesOn: of }: Extract<Node, { __typename: "Review" }>): string | null {
  const subject = teachingStandard?.id ?? trainingPlan?.id;
  const inStandard = of?.task?.workArea?.standardLevel;
  const standard = inStandard?.skillStandard;
  if (!of || !subject || !standard?.certificate) return null;
  return link(["fit"], { subject, target: standard.certificate.id, standard: inStandard?.replacedBy ? standard.id : null, level: of.level, at: `req:${of.level}:${of.code}` });
}

/** Where a part of something is shown: on the page of the whole. */
function pageOfWhole(node: Node): string | null {
  switch (node.__typename) {
    case "TeachingStandard":
      return node.major ? majorLink(node.major) : null;
    case "SkillStandard":
      return certificatePage(node.certificate, { version: node.version });
    case "StandardLevel":
      return certificatePage(node.skillStandard?.certificate, { version: node.skillStandard?.version ?? "", level: node.level });
    case "CertificateLevel":
      return certificatePage(node.certificate, { level: node.level });
    case "PlanCourse":
    case "PlanOutcome":
    case "PlanGroup":
    case "TargetCertificate":
      return planPage(node.trainingPlan);
    case "CourseOutcome":
      return node.course ? link(["courses", node.course.id]) : planPage(node.planCourse?.trainingPlan);
    case "OutlineTopic":
      return certificatePage(node.certificate);
    case "Catalogue":
      return link(["majors"], { edition: node.edition });
    case "City":
      return node.province ? link(["provinces", node.province.provinceCode]) : null;
    case "RecruitmentField":
      return node.policy ? link(["policies", node.policy.reference]) : null;
    case "Review":
      return fitOf(node);
    case "Alignment":
      return reviewOf(node);
    case "ProgrammeGroup":
      return node.college ? collegeLink({ name: node.college.name, code: node.college.collegeKey ?? null }) : null;
    default:
      return null;
  }
}

function addressOf(node: Node): string | null {
  if (node.__typename === "Source") return link(["sources", node.sourceCode]);
  if (node.__typename === "Release") return link(["releases", node.name]);
  return pageOf({ node, code: codeOf(node) })?.href ?? pageOfWhole(node);
}

/** What is called by a code is called by its kind: a code is no heading. */
const IS_CODE = /^[\x00-\x7f]*$/;
const nameOf = ({ __typename: kind, displayName }: Node): string | null => (displayName && !IS_CODE.test(displayName) ? displayName : kindOf(kind) ?? displayName ?? null);

/** To the page of the node; where it has none, what can be done instead. */
function Lead({ node, slug }: { node: Node; slug: string }) {
  const to = addressOf(node);
  const [name, kind] = [nameOf(node), kindOf(node.__typename)];
  useTitle(name);
  useEffect(() => {
    if (to) go(to, "replace");
  }, [to]);
  if (to) return <Loading />;
  return (
    <div class="absent">
      <h1>{name === kind ? kind : <Data>{name}</Data>}</h1>
      {name !== kind && <p class="lead">{kind}</p>}
      <p><strong>{t("noPageOfItsOwn")}</strong></p>
      <p>{t("noPageOfItsOwnHelp")} <Code>{node.id}</Code> <QueryLink query={SHORT_LINK} variables={{ slug }} /></p>
      <Onward />
    </div>
  );
}

export function ShortLinkPage({ parts: [slug = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<ShortLinkQuery, ShortLinkQueryVariables>(SHORT_LINK, { slug }, token.value);
  return <Shown isPage answer={answer}>{({ node }) => (node ? <Lead node={node} slug={slug} /> : <NotFound />)}</Shown>;
}
