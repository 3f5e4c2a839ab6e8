// A part of a page that comes in a chunk of its own, once it is shown.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError, tries } from "../api";
import { Loading, Problem } from "./answer";

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => known);
    const [error, setError] = useState<ApiError | null>(null);
    useEffect(() => {
      if (known) return;
      const take = (part: ComponentType<Props>): void => {
        known = part;
        setPart(() => part);
      };
      setError(null);
      load().then(take, (problem: unknown) => setError(new ApiError("NOT_LOADED", String(problem))));
    }, [tries.value]);
    if (error) return <Problem error={error} />;
    return Part ? <Part {...props} /> : <Loading />;
  };
}
