"""One process that solves for all tests: importing its library takes a second."""

import pytest_asyncio

from solvers.solver_process import SolverProcess


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def solver():
    async with SolverProcess() as process:
        yield process
