"""Tables of what questions answer: gaps, a matrix of coverage, a crosswalk."""
