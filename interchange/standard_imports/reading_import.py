"""From what was read of a standard, and corrected, to what imports it, whatever its kind."""

from collections.abc import Iterable

from interchange.standard_imports.confirmed_import import MakeImport, StandardImport
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.skill_import import SkillImport
from interchange.standard_imports.teaching_import import TeachingImport
from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.standard_document import StandardReading
from interchange.standards.teaching.teaching_standard import TeachingStandardReading


def import_of(reading: StandardReading, file: ImportedFile, corrections: Iterable[Correction] = ()) -> MakeImport:
    """Give what makes the import of what was read. Raises: CorrectionError."""
    corrected = correct_reading(reading, corrections)
    source = file._replace(corrections=corrected.record)

    def make(answers: ImportAnswers) -> StandardImport:
        answers.may_be_settled = bool(corrected.record)
        if isinstance(corrected.reading, TeachingStandardReading):
            return TeachingImport(corrected.reading, source, answers)
        return SkillImport(corrected.reading, source, answers)

    return make
