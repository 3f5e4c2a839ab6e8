"""The catalogue of majors and its editions."""
