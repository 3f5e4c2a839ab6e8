// The requirements that no accepted alignment covers, those first that most programmes need.
import { filter, link, param } from "../../address";
import { useAnswer } from "../../api";
import REQUIREMENTS from "../../documents/gaps-requirements.graphql";
import type { GapsRequirementsQuery, GapsRequirementsQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Mark, StateWord } from "../../parts/coverage";
import { Figure, type Table } from "../../parts/figure";
import { Choice, Data } from "../../parts/small";
import { count, t } from "../../words";
import { requirementsFilter } from "./choices";

type Gap = NonNullable<GapsRequirementsQuery["gaps"]>[number];

const STATES = ["NOT_COVERED", "PARTLY_COVERED", "UNKNOWN"] as const;
/** Of requirements that as many programmes need, what is known to be missing stands first. */
const wantedFirst = (a: Gap, b: Gap): number => b.programmes - a.programmes || place(a) - place(b);
const place = (gap: Gap): number => STATES.findIndex((each) => each === gap.state);
const ASKED = 100;
const AT_FIRST = 14;

const Row = ({ gap: { state, programmes, programmesReviewed, programmesOpen, programmesOther, certificate, requirement } }: { gap: Gap }) => (
  <tr>
    <td><StateWord state={state} /></td>
    <td class="start"><span class="fine">{t(requirement.level)}</span> <span class="bare-code">{requirement.code}</span></td>
    <th scope="row" class="text"><a href={link(["certificates", certificate.name], { level: requirement.level, q: requirement.code })}><Data>{requirement.text}</Data></a></th>
    <td><a href={link(["certificates", certificate.name])}><Data>{certificate.name}</Data></a></td>
    {[programmesReviewed, programmesOpen, programmesOther, programmes].map((each, at) => <td key={at} class="number">{count(each)}</td>)}
  </tr>
);

const tableOf = (gaps: readonly Gap[]): Table => ({
  columns: [t("state"), t("certificateLevel"), t("codeColumn"), t("requirement"), t("certificate"), t("gapsReviewedColumn"), t("gapsOpenColumn"), t("gapsOtherColumn"), t("gapsAllColumn")],
  rows: gaps.map((each) => [t(each.state), t(each.requirement.level), each.requirement.code, each.requirement.text, each.certificate.name, each.programmesReviewed, each.programmesOpen, each.programmesOther, each.programmes]),
});

function Rows({ gaps }: { gaps: readonly Gap[] }) {
  const isAll = param("rows") === "all";
  if (gaps.length === 0) return <Empty title={t("nothingFits")}>{t("nothingFitsHelp")}</Empty>;
  return (
    <>
      <div class="scroll" role="region" aria-label={t("tableOf", { name: t("gapsRequirements") })} tabIndex={0}>
        <table class="lined">
          <thead><tr><th scope="col">{t("state")}</th><th scope="col">{t("codeColumn")}</th><th scope="col">{t("requirement")}</th><th scope="col">{t("certificate")}</th>{(["gapsReviewedColumn", "gapsOpenColumn", "gapsOtherColumn", "gapsAllColumn"] as const).map((each) => <th key={each} scope="col" class="number">{t(each)}</th>)}</tr></thead>
          <tbody>{gaps.slice(0, isAll ? ASKED : AT_FIRST).map((each) => <Row key={each.requirement.id} gap={each} />)}</tbody>
        </table>
      </div>
      {!isAll && gaps.length > AT_FIRST && <p><button type="button" class="button small" onClick={() => filter({ rows: "all" })}>{t("showAll", { n: gaps.length })}</button></p>}
    </>
  );
}

export function Requirements({ certificates }: { certificates: readonly { id: string; name: string }[] }) {
  const variables = requirementsFilter(certificates);
  const answer = useAnswer<GapsRequirementsQuery, GapsRequirementsQueryVariables>(REQUIREMENTS, variables);
  const state = STATES.find((each) => each === param("state")) ?? "ALL";
  return (
    <Shown answer={answer}>
      {({ gaps }) => {
        const found = (gaps ?? []).filter((each) => state === "ALL" || each.state === state).sort(wantedFirst);
        return (
          <Figure id="gaps-requirements" title={t("gapsRequirements")} lead={`${t("gapsRequirementsLead")}${(gaps ?? []).length === ASKED ? ` ${t("gapsMost", { n: ASKED })}` : ""}`} query={REQUIREMENTS} variables={variables} table={tableOf(found)}>
            <div class="controls">
              <Choice name="state" legend={t("show")} value={state} onChoose={(value) => filter({ state: value === "ALL" ? null : value })}
                options={[{ value: "ALL" as const, name: t("all") }, ...STATES.map((value) => ({ value, name: <><Mark state={value} />{t(value)}</> }))]} />
            </div>
            <Rows gaps={found} />
          </Figure>
        );
      }}
    </Shown>
  );
}
