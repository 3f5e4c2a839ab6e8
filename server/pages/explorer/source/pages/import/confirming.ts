// The end of an import stands below all that was read: it loads once that is shown.
import { later } from "../../parts/later";

export const Confirm = later(async () => (await import("./confirm")).Confirm);
