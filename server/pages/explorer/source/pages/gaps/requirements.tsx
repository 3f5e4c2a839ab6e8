// The requirements that no course of a teaching standard covers by an accepted alignment, those first that most programmes need.
import { filter, link, param } from "../../address";
import { type ApiError, useAnswer } from "../../api";
import MAJORS from "../../documents/gaps-majors.graphql";
import REQUIREMENTS from "../../documents/gaps-requirements.graphql";
import type { GapsMajorsQuery, GapsMajorsQueryVariables, GapsRequirementsQuery, GapsRequirementsQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Mark, StateWord } from "../../parts/coverage";
import { Figure, type Table } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { Choice, Data, unique } from "../../parts/small";
import { count, leading, sentences, t } from "../../words";
import { g } from "../../words/gaps";
import { cubeVariables, gapsWorkbook, isOfMajors, requirementsFilter, saidOfDropped } from "./choices";

type Gap = NonNullable<GapsRequirementsQuery["gaps"]>[number];

const STATES = ["NOT_COVERED", "PARTLY_COVERED", "UNKNOWN"] as const;
/** Of requirements that as many programmes need, what is known to be missing stands first. */
const wantedFirst = (a: Gap, b: Gap): number => b.programmes - a.programmes || place(a) - place(b);
const place = (gap: Gap): number => STATES.findIndex((each) => each === gap.state);
const ASKED = 100;
const AT_FIRST = 14;

interface Programme {
  id: string;
  name: string;
}

/** Teaching standards of which the state is known: where a search was closed, or a course covers a part. At most five of each are read, of those within the filters. */
function programmesOf({ state, requirement: { reviews, coveredBy } }: Gap): Programme[] {
  const carrying = state === "NOT_COVERED" ? reviews.nodes : state === "PARTLY_COVERED" ? coveredBy.nodes : [];
  const standards = carrying.flatMap(({ teachingStandard }) => teachingStandard ?? []);
  return unique(standards, (each) => each.id).map(({ id, displayName, year }) => ({ id, name: `${displayName ?? ""} ${year}` }));
}

/** The fit of a programme, open at the requirement: there a course is proposed for it. */
const fitAt = (programme: string, { certificate, requirement }: Gap): string =>
  link(["fit"], { subject: programme, target: certificate.id, level: requirement.level, view: "list", at: `req:${requirement.id.split(":").slice(-2).join(":")}` });

function InProgrammes({ gap, programmes }: { gap: Gap; programmes: readonly Programme[] }) {
  if (programmes.length === 0) return null;
  return <span class="fine in-programmes">{leading(g("gapsSeeAndPropose"))}{programmes.map((each) => <a key={each.id} href={fitAt(each.id, gap)}><Data>{each.name}</Data></a>)}</span>;
}

function Row({ gap }: { gap: Gap }) {
  const { state, programmes, programmesReviewed, programmesOpen, programmesOther, certificate, requirement } = gap;
  return (
    <tr>
      <td><StateWord state={state} /></td>
      <td class="short"><span class="fine">{t(requirement.level)}</span> <span class="bare-code">{requirement.code}</span></td>
      <th scope="row" class="text"><a href={link(["certificates", certificate.name], { level: requirement.level, q: requirement.code })}><Data>{requirement.text}</Data></a><InProgrammes gap={gap} programmes={programmesOf(gap)} /></th>
      <td class="short"><a href={link(["certificates", certificate.name], { level: requirement.level })}><Data>{certificate.name}</Data></a></td>
      {[programmesReviewed, programmesOpen, programmesOther, programmes].map((each, at) => <td key={at} class="number">{count(each)}</td>)}
    </tr>
  );
}

const tableOf = (gaps: readonly Gap[]): Table => ({
  columns: { state: t("state"), level: t("certificateLevel"), code: t("codeColumn"), requirement: t("requirement"), certificate: t("certificate"), programmesReviewed: g("file_reviewed"), programmesOpen: g("file_open"), programmesOther: g("file_other"), programmes: g("file_all") },
  rows: gaps.map((each) => [t(each.state), t(each.requirement.level), each.requirement.code, each.requirement.text, each.certificate.name, each.programmesReviewed, each.programmesOpen, each.programmesOther, each.programmes]),
});

function Rows({ gaps }: { gaps: readonly Gap[] }) {
  const isAll = param("rows") === "all";
  if (gaps.length === 0) return <Empty title={t("nothingFits")}>{t("nothingFitsHelp")}</Empty>;
  return (
    <>
      <Lined label={g("gapsRequirements")} columns={[...(["state", "codeColumn", "requirement", "certificate"] as const).map((each) => column(t(each))), ...(["gapsReviewedColumn", "gapsOpenColumn", "gapsOtherColumn", "gapsAllColumn"] as const).map((each) => numbers(g(each)))]}>
        {gaps.slice(0, isAll ? ASKED : AT_FIRST).map((each) => <Row key={each.requirement.id} gap={each} />)}
      </Lined>
      {!isAll && gaps.length > AT_FIRST && <p><button type="button" class="button small" onClick={() => filter({ rows: "all" })}>{t("showAll", { n: gaps.length })}</button></p>}
    </>
  );
}

/** The codes of the majors that the filters leave, once they are known; null: all. */
function useCodes(): { codes: readonly string[] | null; isKnown: boolean; error: ApiError | null } {
  const { filter: chosen } = cubeVariables();
  const isAsked = isOfMajors();
  const { data, error, isLoading } = useAnswer<GapsMajorsQuery, GapsMajorsQueryVariables>(MAJORS, isAsked ? { filter: chosen } : null);
  const codes = unique((data?.coverageCube?.rows ?? []).flatMap(({ major }) => major?.split(":").at(-1) ?? []), (each) => each);
  return { codes: isAsked ? codes : null, isKnown: !isAsked || (data !== null && !isLoading), error };
}

export function Requirements({ certificates }: { certificates: readonly { id: string; name: string }[] }) {
  const { codes, isKnown, error } = useCodes();
  const variables = requirementsFilter(certificates, codes);
  const answer = useAnswer<GapsRequirementsQuery, GapsRequirementsQueryVariables>(REQUIREMENTS, isKnown ? variables : null);
  const state = STATES.find((each) => each === param("state")) ?? "ALL";
  return (
    <Shown answer={error ? { data: null, error, isLoading: false } : { ...answer, isLoading: answer.isLoading || !isKnown }}>
      {({ gaps }) => {
        const found = (gaps ?? []).filter((each) => state === "ALL" || each.state === state).sort(wantedFirst);
        return (
          <Figure id="gaps-requirements" title={g("gapsRequirements")} lead={sentences(g("gapsRequirementsLead"), (gaps ?? []).length === ASKED ? g("gapsMost", { n: ASKED }) : "", ...saidOfDropped(...(found.some((each) => programmesOf(each).length > 0) ? ["fit"] as const : []), ...(found.length > 0 ? ["certificate"] as const : [])))} query={REQUIREMENTS} variables={variables} table={tableOf(found)} workbook={gapsWorkbook(variables)}>
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
