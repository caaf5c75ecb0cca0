"""What holds for every test."""

import gc


def pytest_collection_finish():
    # Libraries, modules and tests stay to the end, and a test leaves little behind that only a search of everything
    # finds: such searches would take a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
