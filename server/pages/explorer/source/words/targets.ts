// Words of the page of credits, in both languages. They load with this page only.
import { language } from "../address";

const targetsZh = {
  targets: "要考取的证书",
  targetsLead: "写入草案的方案内容，不是试算。列出有完整标准的证书；草案中不再勾选的，保存时删去。",
  targetsNone: "没有改动：请选择方案尚未写明的证书等级。",
  targetsReason: "修改要考取的证书",
  creditsTitle: "证书学分认定",
  creditsLead: "按院校的学分转换办法，求方案要求考取的证书最多可以认定哪些课程的学分。",
  creditsAsk: "求解学分认定",
  creditsNoTargets: "方案没有写明要考取哪些证书及等级，无从认定。请在下面选择并保存到草案，或在模板中填写后重新导入：",
  convertedNone: "没有课程可以认定。",
  convertedUnknown: "能否认定课程尚不能确定，原因见上方和下方。",
  refusedLead: "每项注明所依据的规定。",
  planTemplate: "培养方案模板（XLSX）",
  rulesComputed: "已计算的规则",
  rulesNotComputed: "无法计算的规则（如申请手续）",
  withoutBankCredits: "未给学分银行学分的证书，不受其限制",
};

const targetsEn: Record<keyof typeof targetsZh, string> = {
  targets: "Certificates to take",
  targetsLead: "Part of the plan, written to its draft; no trial. Certificates with a full standard are offered. What is unticked in a draft is taken out when it is saved.",
  targetsNone: "Nothing has changed: choose a level that the plan does not name yet.",
  targetsReason: "Certificates to take",
  creditsTitle: "Recognise certificates as credits",
  creditsLead: "By the rules of a college: for which courses can the certificates of the plan be recognised, with the most credits?",
  creditsAsk: "Propose a recognition",
  creditsNoTargets: "The plan does not say which certificates and levels its students take, so there is nothing to recognise. Choose them below and save, or fill in the template and import it again:",
  convertedNone: "No course can be recognised.",
  convertedUnknown: "Whether a course can be recognised is open, for the reasons above and below.",
  refusedLead: "Each with the rules because of which it is not.",
  planTemplate: "template of a plan (XLSX)",
  rulesComputed: "Rules that were computed",
  rulesNotComputed: "Rules that cannot be computed, such as steps of an application",
  withoutBankCredits: "Certificates without credits of the credit bank, which set no bound",
};

export const target = (word: keyof typeof targetsZh): string => (language.value === "en" ? targetsEn : targetsZh)[word];
