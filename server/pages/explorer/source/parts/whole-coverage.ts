// The coverage of a target with all its requirements, however many there are.
import { type Answer, type Pages, usePages } from "../api";
import FIT_COVERAGE from "../documents/fit-coverage.graphql";
import type { FitCoverageQuery, FitCoverageQueryVariables } from "../generated/answers";

const PAGES: Pages<FitCoverageQuery> = {
  next: ({ coverage }) => (coverage?.pageInfo.hasNextPage ? (coverage.pageInfo.endCursor ?? null) : null),
  joined: (before, { coverage }) => (before.coverage && coverage ? { coverage: { ...coverage, items: [...before.coverage.items, ...coverage.items] } } : before),
};

export const useCoverage = (variables: FitCoverageQueryVariables | null): Answer<FitCoverageQuery> =>
  usePages<FitCoverageQuery, FitCoverageQueryVariables>(FIT_COVERAGE, variables, PAGES);
