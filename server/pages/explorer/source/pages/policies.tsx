// The documents of the 1+X system, newest first.
import { link } from "../address";
import { useAnswer } from "../api";
import POLICIES from "../documents/policies.graphql";
import type { PoliciesQuery, PoliciesQueryVariables } from "../generated/answers";
import { Shown } from "../parts/answer";
import { Lined, column } from "../parts/lined";
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
            <Lined label={t("policyList")} columns={[column(t("issuedOn")), column(t("kindColumn")), column(t("name")), column(t("effectOn"))]}>
              {[...policies.nodes].sort((a, b) => (b.issuedOn ?? "").localeCompare(a.issuedOn ?? "")).map((each) => (
                <tr key={each.reference}>
                  <td class="number start">{day(each.issuedOn)}</td>
                  <td><span class="tag">{t(each.kind)}</span></td>
                  <th scope="row" class="text"><a href={link(["policies", each.reference])}><Data>{each.title}</Data></a>{each.reference !== each.title && <> <Code><Data>{each.reference}</Data></Code></>}</th>
                  <td class="fine text">{each.effect && t(each.effect)}</td>
                </tr>
              ))}
            </Lined>
          </section>
        )}
      </Shown>
    </>
  );
}
