// Sign-in by an editor's token. It stays in the memory of this page: a reload forgets it.
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, asApiError, askAnew } from "../../api";
import EDITOR from "../../documents/current-editor.graphql";
import type { CurrentEditorQuery } from "../../generated/answers";
import { Problem } from "../../parts/answer";
import { Mixed } from "../../parts/small";
import { TOKEN_FIELD, isSignInHere } from "../../parts/sign-in-here";
import { t } from "../../words";
import { editor, sendHeld, signIn, signOut, token } from "./decisions";

/** No header of a request holds anything else: the browser would refuse to send it. */
const AS_TOKENS_ARE = /^[\x21-\x7e]+$/;

type Asked = "reviewSignInFirst" | "proposeSignInFirst";

/** Somebody decided or proposed before they signed in: the place to do it says why it is in sight. */
export const signInAsked = signal<Asked | null>(null);

export function askToSignIn(to: Asked): void {
  signInAsked.value = to;
  document.getElementById("token")?.focus();
}

export function SignIn() {
  const [text, setText] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const hasEntered = useRef(false);
  /** The field is gone once its editor is in: the focus goes to what stands in its place. */
  const takeFocus = (place: HTMLElement | null): void => {
    if (!place || !hasEntered.current) return;
    hasEntered.current = false;
    place.focus({ preventScroll: true });
  };
  const isIn = token.value !== null && editor.value !== null;
  useEffect(() => {
    isSignInHere.value = !isIn;
    return () => { isSignInHere.value = false; };
  }, [isIn]);
  if (token.value && editor.value) {
    const leave = (): void => {
      // What is held is this editor's: the next one to sign in must not send it.
      sendHeld();
      signOut();
    };
    return <p class="row signed-in" tabIndex={-1} ref={takeFocus}><span><Mixed>{t("signedIn", { who: editor.value.name, role: t(editor.value.role) })}</Mixed></span><button type="button" class="button small" onClick={leave}>{t("signOut")}</button></p>;
  }
  const enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = text.trim();
    if (!given) return;
    if (!AS_TOKENS_ARE.test(given)) {
      setError(new ApiError("UNAUTHENTICATED", ""));
      return;
    }
    setIsAsking(true);
    try {
      const { currentEditor } = await askAnew<CurrentEditorQuery>(EDITOR, {}, { token: given });
      hasEntered.current = currentEditor !== null;
      if (currentEditor) signIn(given, currentEditor);
      signInAsked.value = null;
      setText("");
      setError(null);
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsAsking(false);
  };
  return (
    <form class="card sign-in" onSubmit={(event) => void enter(event)}>
      <label class="select wide"><span>{t("token")}</span><input id={TOKEN_FIELD} type="password" autocomplete="off" spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" class="button primary" disabled={isAsking || !text.trim()}>{t("signIn")}</button>
      {signInAsked.value && <p class="asked" role="alert">{t(signInAsked.value)}</p>}
      <p class="fine">{t("tokenHelp")}</p>
      {error && <Problem error={error} hasRetry={false} />}
    </form>
  );
}
