"""A pool of processes that holds few items at a time and outlives items that kill the process reading them.

Processes are started afresh, not forked: a fork copies the threads' locks (the progress display runs in a thread) and may
hang. Each watches the process that started it, so that killing a build leaves nothing behind.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from isnad.engine.sweeping import seldom

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 8
"""Items sent to a process at once."""
AHEAD = 2
"""Chunks held for each process."""


def run(work: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
    """Yield ``work(item)`` in order from one process per core; an item whose process dies twice gives ``lost(item)``."""
    count = os.cpu_count() or 1
    workers, waiting = _workers(count), deque[tuple[list[T], Future[list[R]]]]()
    chunks = _chunks(items)
    try:
        while True:
            while len(waiting) < AHEAD * count and (chunk := next(chunks, None)):
                waiting.append((chunk, _submit(workers, work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                suspects = [*chunk, *(item for held, _ in waiting for item in held)]
                waiting.clear()
                yield from _one_by_one(work, suspects, lost)
                workers = _workers(count)
                continue
            yield from results
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _one_by_one(work: Callable[[T], R], items: list[T], lost: Callable[[T], R]) -> Iterator[R]:
    """Each item alone in a process, so that the one that kills it harms no other."""
    worker = _workers(1)
    try:
        for item in items:
            try:
                result = worker.submit(work, item).result()
            except BrokenProcessPool:
                result, worker = lost(item), _workers(1)
            yield result
    finally:
        worker.shutdown(wait=False, cancel_futures=True)


def _submit(workers: ProcessPoolExecutor, work: Callable[[T], R], chunk: list[T]) -> Future[list[R]]:
    try:
        return workers.submit(_each, work, chunk)
    except BrokenProcessPool as fault:
        broken: Future[list[R]] = Future()
        broken.set_exception(fault)
        return broken


def _each(work: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [work(item) for item in chunk]


def _workers(count: int) -> ProcessPoolExecutor:
    ways = multiprocessing.get_all_start_methods()
    way = "forkserver" if "forkserver" in ways else "spawn"
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(way), initializer=_begin)


def _begin() -> None:
    """Make the process ready: it looks seldom for circles, and ends when the one that started it is gone."""
    seldom()
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
