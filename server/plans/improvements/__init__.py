"""Improvements of training plans as jobs."""
