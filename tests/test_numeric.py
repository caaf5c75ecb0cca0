"""What several rooms do with many numbers at once does what a plain loop would."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newslab.numeric import distinct, in_threads, ranges

NUMBERS = st.lists(st.integers(0, 9), max_size=20)


@given(NUMBERS)
def test_each_number_is_there_once_and_in_order(numbers):
    assert distinct(np.sort(np.array(numbers, dtype=np.uint64))).tolist() == sorted(set(numbers))


@given(NUMBERS, NUMBERS)
def test_ranges_follow_one_another_also_empty_ones(starts, lengths):
    pairs = [(start, start + length) for start, length in zip(starts, lengths, strict=False)]
    first, last = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    assert ranges(first, last).tolist() == [number for start, end in pairs for number in range(start, end)]


def test_what_threads_give_is_in_the_order_of_the_starts():
    assert in_threads(lambda start: start * 2, range(0, 50, 5)) == [start * 2 for start in range(0, 50, 5)]
    assert in_threads(str, range(0)) == []
