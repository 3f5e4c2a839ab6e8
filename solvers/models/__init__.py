"""The models on CP-SAT. Only the process that solves imports them (`solvers/worker.py`)."""
