// The documents of the 1+X system, newest first.
import { link } from "../address";
import { useAnswer } from "../api";
import POLICIES from "../documents/policies.graphql";
import type { PoliciesQuery, PoliciesQueryVariables } from "../generated/answers";
import { Shown } from "../parts/answer";
import { Code, Data } from "../parts/small";
import { useTitle } from "../parts/title";
import { day, t } from "../words";

export function PoliciesPage() {
  useTitle(t("policyList"));
  const answer = useAnswer<PoliciesQuery, PoliciesQueryVariables>(POLICIES, {});
  return (
    <>
      <h1>{t("policyList")}</h1>
      <p class="lead">{t("policyListLead")}</p>
      <Shown answer={answer}>
        {({ policies }) => (
          <section class="card">
            <div class="scroll" role="region" aria-label={t("policyList")} tabIndex={0}>
              <table class="lined">
                <tbody>
                  {[...policies.nodes].sort((a, b) => (b.issuedOn ?? "").localeCompare(a.issuedOn ?? "")).map((each) => (
                    <tr key={each.reference}>
                      <td class="number start">{day(each.issuedOn)}</td>
                      <td><span class="tag">{t(each.kind)}</span></td>
                      <th scope="row" class="text"><a href={link(["policies", each.reference])}><Data>{each.title}</Data></a>{each.reference !== each.title && <> <Code><Data>{each.reference}</Data></Code></>}</th>
                      <td class="fine">{each.effect && t(each.effect)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
      </Shown>
    </>
  );
}
