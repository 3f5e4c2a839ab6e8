// Words of several certificates for a training plan, in both languages. They load with them only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const portfolioZh = {
  saveNoneHere: "这一取舍不改变课程行，没有可写入草案的内容。",
  portfolioTitle: "几种证书，多少学时",
  portfolioLead: "同时考虑几种证书等级，求增加学时与达到的技能要求之间的每一种最优取舍：学时再少，就一定少教要求。",
  portfolioAsk: "求解各种取舍",
  portfolioLevels: "证书等级（至多 {n} 项）",
  portfolioMany: "至多选 {n} 项。",
  portfolioResult: "每一种最优取舍（{n} 种）",
  portfolioGuide: "横轴为增加的学时，纵轴为教到的技能要求。选一种，看它的修改。",
  portfolioEdits: "选择这些修改时时间用尽：可能还有同样好的，或修改课程更少的。",
  portfolioNow: "现在已教 {a} / {b} 条：依据是本方案已采纳的对接，或教学标准中同名课程的对接，后者在本方案仍待评审。",
  pointOf: "增加 {h} 学时",
  pointName: "增加 {h} 学时，教到 {c} 条要求",
  coveredOf: "教到的要求",
  wholeLevel: "全部达到",
  pointEdits: "改动课程",
  pointTitle: "增加 {h} 学时的修改",
  portfolioReason: "多证书取舍：采纳的修改",
  noPoints: "在这个学时范围内没有可行的修改。",
};

type PortfolioWord = keyof typeof portfolioZh;

const portfolioEn: Record<PortfolioWord, string> = {
  saveNoneHere: "This trade-off changes no line, so there is nothing to write to a draft.",
  portfolioTitle: "Several certificates, how many hours",
  portfolioLead: "For several certificate levels together: every best trade-off between hours added and requirements taught. With fewer hours fewer requirements can be taught, as is proven.",
  portfolioAsk: "Find the trade-offs",
  portfolioLevels: "Certificate levels (at most {n})",
  portfolioMany: "Choose at most {n}.",
  portfolioResult: "Best trade-offs ({n})",
  portfolioGuide: "Across: hours added. Up: requirements taught. Choose one to see its edits.",
  portfolioEdits: "Time ran out while these edits were chosen: others may be as good, or edit fewer courses.",
  portfolioNow: "Taught now: {a} of {b}, by accepted alignments of this plan or by those of the teaching standard's course of the same name, which are still to be reviewed for this plan.",
  pointOf: "{h} hours added",
  pointName: "{h} hours added, {c} requirements taught",
  coveredOf: "Requirements taught",
  wholeLevel: "all of it",
  pointEdits: "Courses edited",
  pointTitle: "The edits with {h} hours added",
  portfolioReason: "Several certificates: the edits accepted",
  noPoints: "No edits are possible within these hours.",
};

export const portfolioWord = (word: PortfolioWord, values: Values = {}): string => phrase((language.value === "en" ? portfolioEn : portfolioZh)[word], values);
