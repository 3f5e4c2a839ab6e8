// What has the focus may go from the page: a link to another page, a button that did its work. The keyboard goes on near it.

/** What a part of a page gives back to by itself, as a drawer does, comes before. */
const GIVEN_BACK_MS = 100;
const PLACES = "li, tr, form, fieldset, section, aside, #main";

/** What stands around an element, the innermost first. */
function placesOf(element: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(PLACES);
  return place ? [place, ...placesOf(place)] : [];
}

export function keepFocus(): void {
  let focused: Element | null = null;
  let places: HTMLElement[] = [];
  const isLost = (): boolean => focused !== null && !focused.isConnected && document.activeElement === document.body;
  const goOn = (): void => {
    const place = places.find((each) => each.isConnected);
    if (!isLost() || !place) return;
    // A place is no stop of the tab key, but holds the focus until the next press.
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  document.addEventListener("focusin", ({ target }) => {
    focused = target instanceof Element ? target : null;
    places = focused ? placesOf(focused) : [];
  });
  new MutationObserver(() => {
    if (isLost()) setTimeout(goOn, GIVEN_BACK_MS);
  }).observe(document.body, { childList: true, subtree: true });
}
