// Words of imports that can be undone, in both languages. They load with them only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const undoZh = {
  undo: "撤销此次导入",
  undoRemoves: "将从图谱删除：",
  undoRestores: "将恢复原值：",
  undoStays: "变更记录保留这次导入，并增加一条撤销。",
  undoReviewer: "撤销须由评审人进行。",
  undoLeave: "不撤销",
  undoMore: "另有 {n} 处。",
  undoNothing: "没有可撤销的导入",
  undoNothingHelp: "它已经撤销，或最近一次变更不是导入。",
  undoFollowed: "该标准其后又被导入",
  undoFollowedHelp: "只能撤销最近一次导入。",
  lastImports: "我最近的导入",
  lastImportsLead: "已写入图谱的标准；没有内容以它为基础时可以撤销。",
  lastImportsCut: "仅列出最近 {n} 次，更早的未列出。",
  lastImportsNone: "还没有导入过标准。",
};

type UndoWord = keyof typeof undoZh;

const undoEn: Record<UndoWord, string> = {
  undo: "Undo this import",
  undoRemoves: "This would be taken out of the graph:",
  undoRestores: "This would be as before:",
  undoStays: "The change history keeps the import and records the undo.",
  undoReviewer: "Only a reviewer can undo an import.",
  undoLeave: "Leave it as it is",
  undoMore: "And {n} more.",
  undoNothing: "There is no import to undo",
  undoNothingHelp: "It was undone already, or the last change was no import.",
  undoFollowed: "The standard was imported again later",
  undoFollowedHelp: "Only its latest import can be undone.",
  lastImports: "My last imports",
  lastImportsLead: "Standards that were written to the graph. They can be undone while nothing was built on them.",
  lastImportsCut: "These are your latest {n}; there are earlier ones.",
  lastImportsNone: "No standard was imported yet.",
};

export const undoWord = (word: UndoWord, values: Values = {}): string => phrase((language.value === "en" ? undoEn : undoZh)[word], values);
