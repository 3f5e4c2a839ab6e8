"""Root fields answered by statements written by hand, one module for each question."""
