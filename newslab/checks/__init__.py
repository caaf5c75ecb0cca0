"""The checks room: what a careful editor would query before any of the articles is compared with another."""

from newslab.checks.audit import audit

__all__ = ["audit"]
