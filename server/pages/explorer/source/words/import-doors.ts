// Words of the doors of the import and of its head, in both languages. They load with its page only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const doorZh = {
  title: "导入文档",
  steps: "步骤",
  ownHerePlan: "您属于{c}：只能确认该校的方案。",
  uploadedBy: "由{who}上传。",
  signInForJob: "请用上传者的令牌登录后继续。评审人可用自己的令牌打开标准、对接表，以及本校或不属院校者上传的方案。",
  jobNotFound: "没有这次导入",
  jobNotFoundHelp: "它可能已经过期，或不由您确认。请换令牌，或重新上传。",
};

type DoorWord = keyof typeof doorZh;

const doorEn: Record<DoorWord, string> = {
  title: "Import a document",
  steps: "Steps",
  ownHerePlan: "You confirm plans of {c} only.",
  uploadedBy: "Uploaded by {who}.",
  signInForJob: "Sign in with the token of who uploaded it to go on. A reviewer opens with their own: a standard, a table, and a plan that their college, or somebody of none, uploaded.",
  jobNotFound: "There is no such import",
  jobNotFoundHelp: "It may have expired, or be for others to confirm. Use another token, or upload the file again.",
};

export const doorWord = (word: DoorWord, values: Values = {}): string => phrase((language.value === "en" ? doorEn : doorZh)[word], values);
