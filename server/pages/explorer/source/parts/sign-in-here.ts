// Whether the page has a sign-in whose field waits: the frame around the page leads there.
import { signal } from "@preact/signals";

export const TOKEN_FIELD = "token";
export const isSignInHere = signal(false);
