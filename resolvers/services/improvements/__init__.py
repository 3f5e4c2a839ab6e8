"""Improvements of training plans as jobs: what is asked of the solver, how far it is, and its answer."""
