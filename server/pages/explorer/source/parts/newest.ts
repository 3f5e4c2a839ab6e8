/** Give the newest version of a standard. */
export const newest = <Standard extends { version: string }>(standards: readonly Standard[]): Standard | undefined =>
  [...standards].sort((one, other) => other.version.localeCompare(one.version, "en", { numeric: true }))[0];
