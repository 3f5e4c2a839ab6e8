// What is far from the part in sight waits with its work until somebody comes near, or prints.
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const NEAR = "1500px 0px";

const watched = new WeakMap<Element, () => void>();
const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) watched.get(target)?.();
}, { rootMargin: NEAR });

/** Whether an element is or was near the part in sight, or is printed. */
export function useNear<Kind extends Element>(isNearAtFirst = false): [RefObject<Kind>, boolean] {
  const element = useRef<Kind>(null);
  const [isNear, setIsNear] = useState(isNearAtFirst);
  useEffect(() => {
    const found = element.current;
    if (isNear || !found) return undefined;
    const come = (): void => setIsNear(true);
    watched.set(found, come);
    watcher.observe(found);
    addEventListener("beforeprint", come);
    return () => {
      watcher.unobserve(found);
      removeEventListener("beforeprint", come);
    };
  }, [isNear]);
  return [element, isNear];
}
