// A policy: what it decided for 1+X, and the rules that come from it.
import { language, link } from "../address";
import { useAnswer } from "../api";
import POLICY from "../documents/policy.graphql";
import type { PolicyPageQuery, PolicyPageQueryVariables } from "../generated/answers";
import { NotFound, Shown } from "../parts/answer";
import { Code, Crumbs, Data, Seal, SourcesCard, Stated } from "../parts/small";
import { useTitle } from "../parts/title";
import { day, t } from "../words";

type Policy = NonNullable<PolicyPageQuery["policy"]>;

const Related = ({ title, policies }: { title: string; policies: Policy["drafts"] }) =>
  policies.length === 0 ? null : <><h3>{title}</h3><ul class="plain-list">{policies.map((each) => <li key={each.reference}><a href={link(["policies", each.reference])}><Data>{each.title}</Data></a></li>)}</ul></>;

function Decision({ policy }: { policy: Policy }) {
  const isEnglish = language.value === "en" && policy.decidesEnglish != null;
  return <p>{isEnglish ? policy.decidesEnglish : <Stated>{policy.decides}</Stated>}</p>;
}

function Loaded({ policy }: { policy: Policy }) {
  useTitle(policy.shortName ?? policy.title);
  return (
    <>
      <Crumbs slug={policy.slug} items={[{ name: t("policyList"), href: link(["policies"]), isData: false }, { name: policy.title }]} />
      <div class="page-head"><div><p class="lead">{t(policy.kind)}</p><h1><Data>{policy.title}</Data></h1><p class="row"><Code><Data>{policy.reference}</Data></Code><Seal basis={policy.basis} isLong /></p></div></div>
      <section class="card">
        <dl class="facts-row">
          <div><dt>{t("issuers")}</dt><dd><Stated>{policy.issuers.join("、")}</Stated></dd></div>
          <div><dt>{t("issuedOn")}</dt><dd>{day(policy.issuedOn)}</dd></div>
          {policy.effect && <div><dt>{t("effectOn")}</dt><dd>{t(policy.effect)}</dd></div>}
          {policy.dueOn && <div><dt>{t("dueOn")}</dt><dd>{day(policy.dueOn)}</dd></div>}
        </dl>
        <h2>{t("decides")}</h2>
        <Decision policy={policy} />
        <Related title={t("adoptedAs")} policies={policy.adoptedAs} />
        <Related title={t("drafts")} policies={policy.drafts} />
        {policy.ruleSets.length > 0 && <><h3>{t("ruleSets")}</h3><ul class="plain-list">{policy.ruleSets.map((each) => <li key={each.code}><Data>{each.name}</Data> <span class="fine">{t("rulesCount", { n: each.rules.length })}</span></li>)}</ul></>}
      </section>
      <SourcesCard sources={policy.sources} />
    </>
  );
}

export function PolicyPage({ parts: [reference = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<PolicyPageQuery, PolicyPageQueryVariables>(POLICY, { reference });
  return <Shown isPage answer={answer}>{({ policy }) => (policy ? <Loaded policy={policy} /> : <NotFound />)}</Shown>;
}
