// Why a document or a change was refused. Where the page has no words of its own, those of the API say what to do.
import type { ApiError } from "../api";
import { t } from "../words";
import { zh } from "../words/zh";
import { Problem } from "./answer";
import { Code } from "./small";

export function Refusal({ error }: { error: ApiError }) {
  if (`${error.code}_help` in zh) return <Problem error={error} hasRetry={false} />;
  return (
    <div class="problem" role="alert">
      <strong>{t("refused")}</strong>
      <p class="message">{error.text}</p>
      <p><Code>{error.code}</Code></p>
    </div>
  );
}
