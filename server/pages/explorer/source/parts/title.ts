import { useEffect } from "preact/hooks";
import { t } from "../words";

/** The title of the page, which the browser shows in tabs and history. */
export function useTitle(name: string | null | undefined): void {
  const title = name ? `${name} · ${t("brand")}` : t("brand");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
