// What can be held against a certificate: majors that its sources name, and training plans of these majors or of colleges.
import type { FitSubjectsQuery } from "../generated/answers";
import { byRelation, unique } from "./small";

export type Certificate = NonNullable<FitSubjectsQuery["certificate"]>;
export type Major = Certificate["majors"]["edges"][number]["node"];
export type Plan = Certificate["trainingPlans"]["nodes"][number];

export const majorsOf = (certificate: Certificate | null | undefined): Major[] => byRelation(certificate?.majors.edges ?? []).stated.map((each) => each.node);

/** Plans that name the certificate stand before those of its majors. */
export const plansOf = (certificate: Certificate | null | undefined): Plan[] =>
  unique([...(certificate?.trainingPlans.nodes ?? []), ...majorsOf(certificate).flatMap((each) => each.trainingPlans.nodes)], (each) => each.id);
