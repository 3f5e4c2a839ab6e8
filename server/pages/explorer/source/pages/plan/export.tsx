// A plan as the file that a college submits. A draft is given to its editors only, so the file is asked for with the token.
import { useState } from "preact/hooks";
import { language } from "../../address";
import { ApiError, asApiError } from "../../api";
import { save } from "../../parts/figure";
import { p } from "../../words/plan";
import { Refusal } from "../../parts/refusal";
import { token } from "../review/decisions";
import type { Plan } from "./terms";

const KINDS = ["xlsx", "docx"] as const;
type Kind = (typeof KINDS)[number];

interface Refused {
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The bytes, and how many values found no place in the file. */
async function fetchFile(plan: string, kind: Kind): Promise<{ content: Blob; lost: number }> {
  const headers = { "accept-language": language.peek() === "en" ? "en" : "zh-CN", ...(token.peek() && { authorization: `Bearer ${token.peek()}` }) };
  const response = await fetch(`/tables/training-plan.${kind}?${new URLSearchParams({ plan })}`, { headers });
  if (response.ok) return { content: await response.blob(), lost: Number(response.headers.get("oneplusx-values-lost") ?? 0) };
  const { errors } = (await response.json().catch(() => ({}))) as Refused;
  throw new ApiError(errors?.[0]?.extensions?.code ?? "NO_ANSWER", errors?.[0]?.message ?? `HTTP ${response.status}`);
}

export function ExportButtons({ plan }: { plan: Plan }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const give = async (kind: Kind): Promise<void> => {
    const name = `${plan.majorName}${plan.grade ?? ""}.${kind}`;
    setIsAsking(true);
    setError(null);
    setText(p("exporting"));
    try {
      const { content, lost } = await fetchFile(plan.id, kind);
      save(name, content);
      setText([p("exported", { name }), lost > 0 && p("exportLost", { n: lost })].filter(Boolean).join(" · "));
    } catch (problem) {
      setError(asApiError(problem));
      setText("");
    }
    setIsAsking(false);
  };
  return (
    <div class="export" title={p("exportHelp")}>
      <p class="row"><span class="fine">{p("exportAs")}</span>{KINDS.map((each) => <button key={each} type="button" class="button small" disabled={isAsking} onClick={() => void give(each)}>{each.toUpperCase()}</button>)}</p>
      <p class="fine" role="status">{text}</p>
      {error && <Refusal error={error} />}
    </div>
  );
}
