// Why an alignment is there: our own words in the language of the page, a person's as they were written.
import { language } from "../address";
import { Data, Mixed } from "./small";

interface Given {
  rationale?: string | null;
  rationaleEnglish?: string | null;
  rationaleLabel?: string | null;
}

export function Rationale({ of: { rationale, rationaleEnglish, rationaleLabel } }: { of: Given }) {
  if (language.value !== "en") return <Data>{rationaleLabel ?? rationale}</Data>;
  return rationaleEnglish && rationaleEnglish !== rationaleLabel ? <Mixed>{rationaleEnglish}</Mixed> : <Data>{rationale}</Data>;
}
