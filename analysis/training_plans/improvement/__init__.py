"""Improve a training plan: embed a certificate, place semesters, convert credits. Pure: solvers are given."""
