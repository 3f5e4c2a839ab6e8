// Two programmes against one certificate, or two standards by the words of their requirements.
import { filter, go, link, param } from "../../address";
import { useAnswer } from "../../api";
import CHOICES from "../../documents/compare-choices.graphql";
import SUBJECTS from "../../documents/fit-subjects.graphql";
import type { CompareChoicesQuery, CompareChoicesQueryVariables, FitSubjectsQuery, FitSubjectsQueryVariables } from "../../generated/answers";
import { Empty, Problem, Shown } from "../../parts/answer";
import { Choice, LEVELS, Select, unique } from "../../parts/small";
import { majorsOf, plansOf } from "../../parts/subjects";
import { useTitle } from "../../parts/title";
import { t } from "../../words";
import { Programmes } from "./programmes";
import { Standards } from "./standards";

type Options = readonly (readonly [string, string])[];
type SkillStandard = CompareChoicesQuery["skillStandards"]["nodes"][number];

const certificateOptions = (standards: readonly SkillStandard[]): Options =>
  unique(standards.flatMap((each) => each.certificate ?? []), (each) => each.id).map(({ id, name }) => [id, name]);

const versionName = ({ certificate, version }: SkillStandard): string => `${certificate?.name ?? ""} ${t("standardVersion", { v: version })}`;

/** Whether there is another version: a certificate stands for its newest one. */
const hasOthers = (one: SkillStandard, standards: readonly SkillStandard[]): boolean => standards.some((each) => each.id !== one.id && each.certificate?.id === one.certificate?.id);

/** Certificates, their versions where there are several, and the levels of each version. */
const sideOptions = (standards: readonly SkillStandard[]): Options => [
  ...certificateOptions(standards),
  ...standards.filter((each) => hasOthers(each, standards)).map((each) => [each.id, versionName(each)] as const),
  ...standards.flatMap((standard) => LEVELS.flatMap((level) => standard.levels.filter((each) => each.level === level).map(({ id }) => [id, `${versionName(standard)} ${t(level)}`] as const))),
];

interface SidesProps {
  options: Options;
  isLoading?: boolean;
}

function Side({ name, options, isLoading = false }: SidesProps & { name: "a" | "b" }) {
  return <Select name={t(name === "a" ? "compareA" : "compareB")} value={param(name) ?? ""} isLoading={isLoading} options={[["", t("compareChoose")], ...options]} onChoose={(id) => filter({ [name]: id, view: null })} />;
}

function Sides(props: SidesProps) {
  const swap = (): void => filter({ a: param("b"), b: param("a"), view: null });
  return (
    <>
      <Side name="a" {...props} />
      <button type="button" class="button small" disabled={!param("a") && !param("b")} onClick={swap}>{t("compareSwap")}</button>
      <Side name="b" {...props} />
    </>
  );
}

function Subjects({ certificate }: { certificate: string }) {
  const answer = useAnswer<FitSubjectsQuery, FitSubjectsQueryVariables>(SUBJECTS, { certificate });
  const found = answer.data?.certificate;
  const standards = majorsOf(found).flatMap(({ name, majorKey, educationLevel, teachingStandards }) => teachingStandards.map(({ id, year }) => [id, `${name} ${majorKey ?? ""} ${t(educationLevel)} ${t("standardTitle", { y: year })}`] as const));
  const plans = plansOf(found).map(({ id, displayName, collegeName, grade, version }) => [id, [collegeName, displayName, grade, version && t("planVersion", { n: version })].filter(Boolean).join(" ")] as const);
  if (answer.error) return <Problem error={answer.error} />;
  return <Sides options={[...standards, ...plans]} isLoading={answer.isLoading} />;
}

function Body({ standards }: { standards: readonly SkillStandard[] }) {
  const isOfStandards = param("of") === "standards";
  const certificates = certificateOptions(standards);
  const [a, b] = [param("a"), param("b")];
  const target = param("target") ?? certificates[0]?.[0] ?? "";
  const certificate = certificates.find(([id]) => id === target)?.[1];
  if (certificates.length === 0) return <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>;
  return (
    <>
      <div class="filters">
        <Choice name="of" legend={t("compareOf")} value={isOfStandards ? "standards" : "programmes"} onChoose={(value) => go(link(["compare"], { of: value === "standards" ? value : null }))}
          options={[{ value: "programmes", name: t("compareProgrammes") }, { value: "standards", name: t("compareStandards") }]} />
        {isOfStandards && <Sides options={sideOptions(standards)} />}
        {!isOfStandards && <Select name={t("certificate")} value={target} options={certificates} onChoose={(id) => filter({ target: id, a: null, b: null, view: null })} />}
        {!isOfStandards && certificate && <Subjects certificate={certificate} />}
      </div>
      {(!a || !b) && <section class="card dotted"><Empty title={t("compareNothing")}>{t(isOfStandards ? "compareStandardsHelp" : "compareProgrammesHelp")}</Empty></section>}
      {a && b && (isOfStandards ? <Standards key={`${a} ${b}`} a={a} b={b} /> : <Programmes key={`${a} ${b} ${target}`} a={a} b={b} target={target} />)}
    </>
  );
}

export function ComparePage() {
  useTitle(t("compare"));
  const answer = useAnswer<CompareChoicesQuery, CompareChoicesQueryVariables>(CHOICES, {});
  return (
    <>
      <h1>{t("compareTitle")}</h1>
      <p class="lead">{t("compareLead")}</p>
      <Shown answer={answer}>{({ skillStandards }) => <Body standards={skillStandards.nodes} />}</Shown>
    </>
  );
}
