"""What is known of an article before it is a row of the table."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """An article before it is a row of the table."""

    format: str
    file: str | None = None
    status: str = "ok"
    encoding: str | None = None
    raw: str | None = None
    html: str | None = None
    # The number of its row and the id that stands there; then all that may serve as its id, the shortest first.
    number: int | None = None
    own_id: str | None = None
    ids: list = field(default_factory=list)
    metadata: dict = field(default_factory=dict)
    # The spans of raw that make up the text, where a saved table says so.
    kept: tuple | None = None
    # One line that says which column was taken for what, one that says why there is no text; and a date not certain.
    mapping: str = ""
    problem: str = ""
    unread_date: str | None = None
