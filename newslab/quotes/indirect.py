"""Reported speech without quotation marks: `Peskov said that …`, `…, Peskov said`."""


def find_indirect(text, sentences, discourse):
    """((start, end), attribution) of each reported clause outside quotation marks."""
    return []
