"""Training plans of the graph over HTTP: as files, and improved by jobs. The command line shares what states them."""
