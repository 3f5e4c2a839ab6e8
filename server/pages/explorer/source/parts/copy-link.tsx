// The short link of a page whose address holds Chinese, which messages and spreadsheets spell in three times the length.
import { useState } from "preact/hooks";
import { link } from "../address";
import { t } from "../words";

export function CopyLink({ slug }: { slug: string }) {
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  const short = location.origin + link(["s", slug]);
  const copy = (): void => {
    // Without a secure connection a browser offers no clipboard: the link is shown to be copied by hand.
    (navigator.clipboard?.writeText(short) ?? Promise.reject()).then(() => setIsCopied(true), () => setIsCopied(false));
  };
  return (
    <span class="copy-link">
      <button type="button" class="ghost" onClick={copy}>{t("copyShortLink")}</button>
      <span role="status">{isCopied !== null && <>{isCopied && t("copied")} <a href={short}>{short}</a></>}</span>
    </span>
  );
}
