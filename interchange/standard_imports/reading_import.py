"""From what was read of a standard to what imports it, whatever its kind."""

from interchange.standard_imports.confirmed_import import MakeImport
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.skill_import import SkillImport
from interchange.standard_imports.teaching_import import TeachingImport
from interchange.standards.standard_document import StandardReading
from interchange.standards.teaching.teaching_standard import TeachingStandardReading


def import_of(reading: StandardReading, file: ImportedFile) -> MakeImport:
    """Give what makes the import of what was read."""
    if isinstance(reading, TeachingStandardReading):
        return lambda answers: TeachingImport(reading, file, answers)
    return lambda answers: SkillImport(reading, file, answers)
