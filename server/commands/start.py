"""How ``oneplusx`` starts."""

from graph.collector import making_what_stays


def main() -> None:
    """Import the commands, and run the one that is asked for."""
    with making_what_stays():
        from server.commands.main import main as run_command  # noqa: PLC0415  # most of the start
    run_command()
