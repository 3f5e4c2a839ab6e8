// An address may name as target a level of a certificate, or a standard or a part of one: the fit is that of the certificate, with this chosen.
import { useEffect } from "preact/hooks";
import { changed, go } from "../../address";
import { useAnswer } from "../../api";
import FIT_STANDARD from "../../documents/fit-standard.graphql";
import type { FitStandardQuery, FitStandardQueryVariables } from "../../generated/answers";
import { Loading, NotFound, Shown } from "../../parts/answer";

type Named = FitStandardQuery["node"];
type Part = Extract<NonNullable<Named>, { __typename: "WorkArea" | "WorkTask" | "SkillRequirement" }>;
type Target = Record<string, string | null>;

const areaOf = (node: Part) => (node.__typename === "WorkArea" ? node : node.__typename === "WorkTask" ? node.workArea : node.task?.workArea);

/** The certificate with the part chosen: an area filters it, a task or a requirement is open in it. */
function placeOf(node: Part): Target | null {
  const of = areaOf(node)?.standardLevel;
  if (!of?.skillStandard?.certificate) return null;
  const key = `${node.level}:${node.code}`;
  const chosen: Target = node.__typename === "WorkArea" ? { area: `area:${key}` } : { at: `${node.__typename === "WorkTask" ? "task" : "req"}:${key}` };
  return { target: of.skillStandard.certificate.id, standard: of.replacedBy ? of.skillStandard.id : null, level: node.level, ...chosen };
}

/** What the address of the fit says in place of the id. */
function targetOf(node: Named): Target | null {
  if (node?.__typename === "WorkArea" || node?.__typename === "WorkTask" || node?.__typename === "SkillRequirement") return placeOf(node);
  if (node?.__typename === "CertificateLevel") return node.certificate ? { target: node.certificate.id, level: node.level } : null;
  const [standard, level] = node?.__typename === "StandardLevel" ? [node.skillStandard, { level: node.level }] : node?.__typename === "SkillStandard" ? [node, {}] : [null, {}];
  return standard?.certificate ? { target: standard.certificate.id, standard: standard.id, ...level } : null;
}

function Replaced({ node }: { node: Named }) {
  const target = targetOf(node);
  useEffect(() => {
    if (target) go(changed(target), "replace");
  }, [node]);
  return target ? <Loading /> : <NotFound />;
}

export function OfStandard({ id }: { id: string }) {
  const answer = useAnswer<FitStandardQuery, FitStandardQueryVariables>(FIT_STANDARD, { id });
  return <Shown isPage answer={answer}>{({ node }) => <Replaced node={node} />}</Shown>;
}
