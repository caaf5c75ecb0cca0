"""The database in which the parts meet: DuckDB, within a bound of memory, beyond that on the disk."""

from contextlib import contextmanager
from pathlib import Path

from newslab.scale.workers import Unfinished


@contextmanager
def database(folder, files, memory):
    """A database in a scratch folder, with the rows of Parquet files as `filed`.

    Raises `Unfinished` where memory or disk run out, ImportError where DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError:
        raise ImportError('the join needs DuckDB: python -m pip install "newslab[scale]"') from None
    options = {"memory_limit": memory, "temp_directory": str(folder), "preserve_insertion_order": "false"}
    try:
        with duckdb.connect(str(Path(folder, "join.db")), config=options) as connection:
            connection.read_parquet([str(file) for file in files]).create_view("filed")
            yield connection
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        reason = str(error).splitlines()[0]
        raise Unfinished(f"the join failed ({reason}); the parts are kept. Give it more memory or disk.") from error
