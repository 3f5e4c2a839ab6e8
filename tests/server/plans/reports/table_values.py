"""The values of a table of the form, row by row."""


def values(table):
    return [[each.get(at).value if at in each else None for at in range(len(table.widths))] for each in table.rows]
