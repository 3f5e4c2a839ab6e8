// One equal square per province: a map without borders, since positions alone are meant.
import { link } from "../address";
import { count } from "../words";

const POSITIONS: Record<string, readonly [number, number]> = {
  黑龙江: [8, 0], 内蒙古: [6, 1], 吉林: [8, 1], 新疆: [1, 2], 甘肃: [3, 2], 宁夏: [4, 2], 山西: [5, 2], 北京: [6, 2], 天津: [7, 2], 辽宁: [8, 2],
  西藏: [1, 3], 青海: [2, 3], 陕西: [4, 3], 河南: [5, 3], 河北: [6, 3], 山东: [7, 3], 四川: [3, 4], 重庆: [4, 4], 湖北: [5, 4], 安徽: [6, 4], 江苏: [7, 4], 上海: [8, 4],
  云南: [3, 5], 贵州: [4, 5], 湖南: [5, 5], 江西: [6, 5], 浙江: [7, 5], 广西: [4, 6], 广东: [5, 6], 福建: [6, 6], 台湾: [8, 6], 海南: [4, 7], 澳门: [5, 7], 香港: [6, 7],
};
const STEPS = 5;

export interface Tile {
  code: string;
  shortName: string;
  /** Null: not known. */
  value: number | null;
  /** Where it leads; by default to the page of the province. */
  href?: string;
}

/** `say` tells what a tile counts: "12 colleges". */
export function Tiles({ tiles, say }: { tiles: readonly Tile[]; say: (name: string, number: string) => string }) {
  const most = Math.max(1, ...tiles.map((each) => each.value ?? 0));
  return (
    <ol class="tiles">
      {tiles.map(({ code, shortName, value, href }) => {
        const [column, row] = POSITIONS[shortName] ?? [1, 8];
        const step = value === null ? "none" : Math.ceil((value / most) * STEPS);
        return (
          <li key={code} style={{ gridColumn: column, gridRow: row + 1 }}>
            <a href={href ?? link(["provinces", code])} class={`tile tile-${step}`} aria-label={say(shortName, count(value))}>
              <span lang="zh-CN">{shortName}</span>
              <b class="number">{value === null ? "" : count(value)}</b>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
