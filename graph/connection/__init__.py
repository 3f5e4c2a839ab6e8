"""The graph by its driver, which is imported without what we never use, whichever module is imported first."""

from graph.connection import driver_import as driver_import
