// Sign-in by an editor's token. It stays in the memory of this page: a reload forgets it.
import { useState } from "preact/hooks";
import { type ApiError, asApiError, askWithToken } from "../../api";
import TOKEN from "../../documents/review-token.graphql";
import { Problem } from "../../parts/answer";
import { t } from "../../words";
import { token } from "./decisions";

export function SignIn() {
  const [text, setText] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  if (token.value) {
    return <p class="row signed-in"><span>{t("signedIn")}</span><button type="button" class="button small" onClick={() => { token.value = null; }}>{t("signOut")}</button></p>;
  }
  const enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = text.trim();
    if (!given) return;
    setIsAsking(true);
    try {
      await askWithToken(TOKEN, given);
      token.value = given;
      setText("");
      setError(null);
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsAsking(false);
  };
  return (
    <form class="card sign-in" onSubmit={(event) => void enter(event)}>
      <label class="select wide"><span>{t("token")}</span><input id="token" type="password" autocomplete="off" spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" class="button primary" disabled={isAsking}>{t("signIn")}</button>
      <p class="fine">{t("tokenHelp")}</p>
      {error && <Problem error={error} />}
    </form>
  );
}
