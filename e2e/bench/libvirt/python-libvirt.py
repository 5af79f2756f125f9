"""Does the benchmark's work with libvirt's own C library: reads a name a line, answers with milliseconds."""

import concurrent.futures
import sys
import time

import libvirt

connection = libvirt.open(sys.argv[1])
state_calls = int(sys.argv[2])
domains = connection.listAllDomains(0)
some = domains[:state_calls]
pool = concurrent.futures.ThreadPoolExecutor(4)

works = {
    "list-state-xml": lambda: [(d.state(), d.XMLDesc()) for d in connection.listAllDomains(0)],
    "list": lambda: connection.listAllDomains(0),
    "statistics": lambda: connection.getAllDomainStats(),
    "sequence": lambda: [d.state() for d in some],
    "at-once": lambda: list(pool.map(lambda d: d.state(), some)),
}

for line in sys.stdin:
    start = time.perf_counter()
    works[line.strip()]()
    print((time.perf_counter() - start) * 1000, flush=True)
