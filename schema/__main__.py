"""``python -m schema`` (`make sdl`): write schema/schema.graphql."""

from pathlib import Path

from schema.build import sdl

if __name__ == "__main__":
    Path(__file__).with_name("schema.graphql").write_text(sdl(), encoding="utf-8")
