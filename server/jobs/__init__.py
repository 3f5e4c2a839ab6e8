"""Jobs that outlive the request that began them: a folder each, and places for those that work at once."""
