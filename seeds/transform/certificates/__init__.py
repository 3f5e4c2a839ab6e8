"""Certificates, their standards, and figures about them."""
