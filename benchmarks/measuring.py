"""What a function takes (seconds, seconds of the processor, memory), and processes of its own to measure it in."""

import multiprocessing
import os
import resource
import time
from pathlib import Path


def _memory(name):
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def measured(function, *arguments, **options):
    """Seconds, seconds of the processor (those of processes that it starts, too), megabytes at the peak beyond those
    before, and what the function gave."""
    linux = os.path.exists("/proc/self/clear_refs")
    if linux:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        before = _memory("VmRSS")
    wall, processor = time.perf_counter(), _processor()
    result = function(*arguments, **options)
    wall, processor = time.perf_counter() - wall, _processor() - processor
    return wall, processor, _memory("VmHWM") - before if linux else float("nan"), result


def _processor():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def apart(function, *arguments):
    """What a function gives in a fresh process."""
    return together([(function, *arguments)])[0]


def together(calls):
    """What functions give, each in a fresh process, all at the same time."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(len(calls), maxtasksperchild=1) as pool:
        found = [pool.apply_async(function, arguments) for function, *arguments in calls]
        return [one.get() for one in found]


def header():
    print("work      tool          articles   seconds  processor  peak MB  load")


def row(work, tool, size, figures):
    wall, processor, peak, note = figures
    load = os.getloadavg()[0]
    print(
        f"{work:8}  {tool:12}  {size:8,}  {wall:8.2f}  {processor:9.2f}  {peak:7.0f}  {load:4.1f}  {note}", flush=True
    )
