// Words of alignments that a new version of a standard takes over, in both languages. They load with it only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const carryZh = {
  carryLegend: "沿用旧版本的对接",
  carryLead: "沿用的对接只是建议，逐条注明来自哪条对接、要求有何变化，由评审人重新决定。条数依据本次读取的内容。",
  carryNone: "不沿用",
  carryNoneHelp: "只写入标准，不建议任何对接。",
  carryNothingThere: "没有有效对接。",
  carrySuggests: "建议 {n} 条对接（{kinds}）",
  carryLost: "{n} 条不沿用（要求已删除）",
  carryClosed: "{n} 条“无对应”结论不沿用，须由评审人重新查找",
  carryJoin: "；",
  carriedFrom: "已从版本 {v} 沿用：",
  carriedNothing: "没有沿用旧版本的对接。",
  toVersions: "看版本之间的变化",
};

type CarryWord = keyof typeof carryZh;

const carryEn: Record<CarryWord, string> = {
  carryLegend: "Carry alignments over from an earlier version",
  carryLead: "What is carried is only suggested: each says which alignment it comes from and what became of the requirement, and a reviewer decides anew. The counts are of the document as it was read.",
  carryNone: "Carry nothing",
  carryNoneHelp: "Write the standard alone, and suggest no alignments.",
  carryNothingThere: "No live alignments.",
  carrySuggests: "{n} alignment suggested ({kinds})|{n} alignments suggested ({kinds})",
  carryLost: "{n} not carried: its requirement is gone|{n} not carried: their requirements are gone",
  carryClosed: "Closed searches without a match, not carried: {n}; a reviewer searches anew",
  carryJoin: "; ",
  carriedFrom: "Carried over from version {v}:",
  carriedNothing: "No alignments of an earlier version were carried over.",
  toVersions: "See what changed between versions",
};

export const carryWord = (word: CarryWord, values: Values = {}): string => phrase((language.value === "en" ? carryEn : carryZh)[word], values);
