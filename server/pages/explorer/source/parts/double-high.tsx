// The standing of a college in the Double-High plan: as the first round gave it, else that of its groups in a later one.
import { t } from "../words";
import { Terms } from "./small";

interface College {
  doubleHigh?: string | null;
  programmeGroups: readonly { kind: string; round?: number | null }[];
}

export function DoubleHigh({ of: { doubleHigh, programmeGroups } }: { of: College }) {
  if (doubleHigh) return <Terms>{doubleHigh}</Terms>;
  const [group] = programmeGroups;
  if (!group) return <>—</>;
  return <><Terms>{group.kind}</Terms>{group.round != null && <> <span class="fine">{t("roundOf", { n: group.round })}</span></>}</>;
}
