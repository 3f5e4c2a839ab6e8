"""Mutations on training plans: drafts are made of published plans, edited, and published."""
