"""Write the table of alignments (对接表) as CSV."""

from graph.errors import Language
from interchange.alignments.table_columns import AlignmentsTable, alignment_cells, columns_of, in_language
from interchange.formats.csv_tables import write_csv


def write_alignment_csv(table: AlignmentsTable, language: Language, *, for_excel: bool = False) -> bytes:
    """Write the rows of the table."""
    titles = [in_language(each.title, language) for each in columns_of(table)]
    return b"".join(write_csv(titles, alignment_cells(table, language), for_excel=for_excel))
