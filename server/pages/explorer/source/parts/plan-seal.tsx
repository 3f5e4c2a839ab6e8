// On what a plan rests. A draft that its college has not published is not its official document yet, whatever it was read from.
import { t } from "../words";
import { Seal } from "./small";

type Basis = Parameters<typeof Seal>[0]["basis"];

export const PlanSeal = ({ plan: { basis, status }, isLong = false }: { plan: { basis: Basis; status?: string | null }; isLong?: boolean }) =>
  status === "DRAFT" && basis === "OFFICIAL" ? <span class="tag">{t("ofUnpublished")}</span> : <Seal basis={basis} isLong={isLong} />;
