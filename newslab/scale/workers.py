"""Where the work is done: in this process, in several on this machine, or on a Dask cluster."""

import errno
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tqdm.auto import tqdm


class Unfinished(RuntimeError):
    """Some parts could not be made; those that were are kept, and the same call goes on from there."""


def finish(work, units, *, workers, cluster, doing):
    """Call `work` with every unit, wherever that is; what it gives is thrown away, as it writes files.

    Raises `Unfinished` when all others are done: with the first of the reasons; at once where the disk is full.
    Raises ValueError for less than one process, for which Dask would wait forever.
    """
    if cluster is None and workers < 1:
        raise ValueError(f"workers is {workers}; the work takes one process or more")
    if not units:
        return
    failed, done = {}, 0
    with tqdm(total=len(units), desc=doing, delay=1) as bar, _engine(workers, cluster) as call:
        for unit, error in call(work, units):
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Unfinished(f"the disk is full; {_kept(done, units)} Make room, then repeat the call.") from error
            if error is not None:
                failed[unit.name] = error
            done += error is None
            bar.update()
    if failed:
        name, error = next(iter(failed.items()))
        reason = f"{type(error).__name__}: {error}"[:300]
        raise Unfinished(
            f"{len(failed)} parts failed, first {name} ({reason}); {_kept(done, units)} Repeat the call to try again."
        ) from error


def ahead(function, things):
    """What a function gives for each thing, in order; some are made ahead in threads, for one that numpy spends its
    time in. The things are taken as they are needed, and no more of them are held than there are threads.
    """
    count = min(4, os.cpu_count() or 1)
    with ThreadPoolExecutor(count) as threads:
        waiting = deque()
        for thing in things:
            waiting.append(threads.submit(function, thing))
            if len(waiting) > count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _kept(done, units):
    return f"{done} of {len(units)} parts of this call are finished and kept."


@contextmanager
def _engine(workers, cluster):
    """A function that calls another with every unit and yields each unit with its error or None, as they come."""
    if cluster is None and workers == 1:
        yield _one_by_one
        return
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise ImportError('several processes need Dask: python -m pip install "newslab[scale]"') from None
    with _closing(Client, LocalCluster, workers, cluster) as client:
        yield lambda work, units: _by_dask(client, work, units)


@contextmanager
def _closing(client_of, cluster_of, workers, cluster):
    if cluster is not None:
        with client_of(cluster) as client:
            yield client
        return
    options = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with cluster_of(**options) as local, client_of(local) as client:
        yield client


def _one_by_one(work, units):
    for unit in units:
        try:
            work(unit)
        except Exception as error:
            yield unit, error
        else:
            yield unit, None


def _by_dask(client, work, units):
    from distributed import as_completed

    # Dask gives the unit of a worker that died to another one, and gives up when three have died of it.
    futures = {client.submit(work, unit, pure=False): unit for unit in units}
    for future in as_completed(list(futures)):
        yield futures.pop(future), future.exception()
        future.release()
