class SourceError(Exception):
    """A file that cannot be imported. The message names file, row and column for the person who has to mend it."""

    def __init__(self, file: str, problem: str, row: int | None = None, column: str = ""):
        where = [file, f"Zeile {row}" if row else "", f"Spalte „{column}“" if column else ""]
        super().__init__(f"{', '.join(part for part in where if part)}: {problem}")
