// A table of lines. On a phone each line stands alone, and each of its cells under the name of its column.
import type { ComponentChildren } from "preact";
import { t } from "../words";

export interface Column {
  name: string;
  /** How it stands: the class that its cells have too. */
  look?: "number" | "bounds";
  /** What the head shows instead of the name alone. */
  head?: ComponentChildren;
}

export const column = (name: string): Column => ({ name });
export const numbers = (name: string): Column => ({ name, look: "number" });

interface Props {
  label: string;
  look?: "lined" | "heat" | "plain";
  columns: readonly Column[];
  /** The lines stand in bodies of their own, each with a head. */
  isGrouped?: boolean;
  children: ComponentChildren;
}

export function Lined({ label, look = "lined", columns, isGrouped = false, children }: Props) {
  const names = Object.fromEntries(columns.map(({ name }, at) => [`--column-${at + 1}`, JSON.stringify(name)]));
  return (
    <div class="scroll" role="region" aria-label={t("tableOf", { name: label })} tabIndex={0}>
      <table class={`${look} stacked`} style={names}>
        <thead><tr>{columns.map(({ name, look: cells, head }) => <th key={name} scope="col" class={cells}>{head ?? name}</th>)}</tr></thead>
        {isGrouped ? children : <tbody>{children}</tbody>}
      </table>
    </div>
  );
}
