// An address may name as target a version of a standard, or one of its levels: the fit is that of its certificate, by this version.
import { useEffect } from "preact/hooks";
import { changed, go } from "../../address";
import { useAnswer } from "../../api";
import FIT_STANDARD from "../../documents/fit-standard.graphql";
import type { FitStandardQuery, FitStandardQueryVariables } from "../../generated/answers";
import { Loading, NotFound, Shown } from "../../parts/answer";

type Named = FitStandardQuery["node"];

/** What the address of the fit says in place of the id. */
function targetOf(node: Named): Record<string, string> | null {
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
