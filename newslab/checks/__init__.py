"""The checks room: problems to look at before the articles are compared."""

from newslab.checks.audit import audit

__all__ = ["audit"]
