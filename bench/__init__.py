"""Measurements: ``make bench`` runs them and writes docs/performance.md. Never part of a timed test."""
