// Which kinds the page does not search, in both languages. They load with its page only.
import { language } from "../address";
import type { NodeKind } from "../generated/answers";

/** What the API finds and no page is about. */
export const NOT_SEARCHED: NodeKind[] = ["OCCUPATION", "OCCUPATION_GROUP", "OCCUPATIONAL_STANDARD", "JOB_ROLE", "CITY", "PROGRAMME_GROUP", "PLAN_COURSE", "UNDERGRADUATE_MAJOR", "RULE_SET", "SOURCE"];

const notSearchedZh = "这里不搜索职业、职业标准、岗位、地级市、专业群、方案课程、普通本科专业、规则集和来源；接口可以搜索：";
const notSearchedEn = "Not searched here: occupations and their standards, job roles, cities, programme groups, courses of plans, undergraduate programmes, rule sets and sources. The API searches them:";

export const notSearched = (): string => (language.value === "en" ? notSearchedEn : notSearchedZh);
