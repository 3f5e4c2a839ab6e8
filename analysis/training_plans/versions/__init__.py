"""Versions of training plans: what changed, what carries forward, what has lost its ground."""
