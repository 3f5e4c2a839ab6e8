// The certificate level that a plan is held against: those that the plan names first. It stands in the address.
import { choose, param } from "../../address";
import { type ApiError, useAnswer } from "../../api";
import CERTIFICATES from "../../documents/plan-certificates.graphql";
import type { PlanCertificatesQuery, PlanCertificatesQueryVariables } from "../../generated/answers";
import { Problem } from "../../parts/answer";
import { Choice, LEVELS, type Level, Select } from "../../parts/small";
import { t } from "../../words";
import { p } from "../../words/plan";
import type { Plan } from "./terms";

interface Certificate {
  id: string;
  name: string;
  levels: readonly Level[];
  /** The id of each level. */
  ids: ReadonlyMap<Level, string>;
}

export interface Chosen {
  certificates: readonly Certificate[];
  certificate: Certificate | null;
  level: Level | null;
  isLoading: boolean;
  /** Why the certificates did not come: none is known then. */
  error: ApiError | null;
  /** What the address names, where it is none of them. */
  unlisted: string | null;
}

const isNamed = (plan: Plan, name: string): boolean => [...plan.certificates.map((each) => each.name), ...plan.certificatesNamed, ...plan.targetCertificates.map((each) => each.name)].includes(name);

/** The highest level of a certificate that the plan wants its students to take. */
function wantedLevel(plan: Plan, { levels, ids }: Certificate): Level | undefined {
  const wanted = new Set(plan.targetCertificates.map((each) => each.certificateLevel?.id));
  return [...levels].reverse().find((each) => wanted.has(ids.get(each)));
}

/** Every certificate with a full standard, and the one that the address names, or the first that the plan names. */
export function useChosen(plan: Plan): Chosen {
  const { data, error, isLoading } = useAnswer<PlanCertificatesQuery, PlanCertificatesQueryVariables>(CERTIFICATES, {});
  const all = (data?.skillStandards.nodes ?? []).flatMap(({ certificate, levels }) => (certificate ? [{ ...certificate, levels: LEVELS.filter((level) => levels.some((each) => each.level === level)), ids: new Map(levels.flatMap((each) => (each.certificateLevel ? [[each.level, each.certificateLevel.id] as const] : []))) }] : []));
  const certificates = [...all].sort((one, other) => Number(isNamed(plan, other.name)) - Number(isNamed(plan, one.name)));
  const [first] = certificates;
  const asked = param("target");
  const certificate = asked ? certificates.find((each) => each.id === asked) ?? null : first && isNamed(plan, first.name) ? first : null;
  const level = certificate?.levels.find((each) => each === param("level")) ?? (certificate && wantedLevel(plan, certificate)) ?? certificate?.levels[0] ?? null;
  return { certificates, certificate, level, isLoading, error, unlisted: certificate || !data ? null : asked };
}

export function ChooseLevel({ plan, chosen: { certificates, certificate, level, error, unlisted } }: { plan: Plan; chosen: Chosen }) {
  if (error) return <Problem error={error} />;
  const named = ({ name }: Certificate): string => (isNamed(plan, name) ? p("namedFirst", { name }) : name);
  const options = [...(certificate ? [] : [["", p("choose")] as const]), ...certificates.map((each) => [each.id, named(each)] as const)];
  return (
    <div class="filters">
      <Select name={p("certificate")} value={certificate?.id ?? unlisted ?? ""} options={options} onChoose={(target) => choose({ target, level: null })} />
      {certificate && level && <Choice name="level" legend={p("levels")} value={level} options={certificate.levels.map((each) => ({ value: each, name: t(each) }))} onChoose={(value) => choose({ target: certificate.id, level: value })} />}
    </div>
  );
}
