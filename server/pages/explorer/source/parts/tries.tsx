// Searches to try: a code, initials, a name, a skill, a place.
import { link } from "../address";
import { t } from "../words";
import { Mixed } from "./small";

const TRIES = ["510203", "rjjs", "JavaWeb", "MySQL", "深圳"];

export const Tries = () => (
  <p class="tries">{t("searchTry")} {TRIES.map((each) => <a key={each} class="chip" href={link(["search"], { q: each })}><Mixed>{each}</Mixed></a>)}</p>
);
