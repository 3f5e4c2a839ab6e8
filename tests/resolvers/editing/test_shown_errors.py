"""A refused change says why in both languages, so that a page can be switched after it."""

import pytest

from graph.errors import BadArgumentError
from resolvers.editing.edit_errors import EDIT_ERROR, shown_error


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_error_has_its_text_in_both_languages_and_its_message_in_that_of_the_caller(language):
    error = BadArgumentError("edits", "at most two.", "最多两项。")
    shown = shown_error(error, language)

    assert set(shown) == {each.name for each in EDIT_ERROR.fields}
    assert (shown["english"], shown["chinese"]) == (error.en, error.zh)
    assert shown["message"] == (error.zh if language == "zh" else error.en)
    assert shown["argument"] == "edits"
