#!/usr/bin/python3
"""Has device nodes open until standard input ends.

Run as: hold_nodes.py NAME NODE…, where NAME is what the process is called, and NODE is TYPE:MAJOR:MINOR:PATH with the
type as in mknod(1). A node that is missing is made. Without its driver the kernel opens a character device by its path
alone (O_PATH), and lists it in /proc/PID/fd as any other.
"""

import os
import stat
import sys

TYPES = {"c": (stat.S_IFCHR, os.O_PATH), "b": (stat.S_IFBLK, os.O_RDONLY)}


def hold(node):
    kind, major, minor, path = node.split(":", 3)
    file_type, flags = TYPES[kind]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if not os.path.exists(path):
        os.mknod(path, file_type | 0o600, os.makedev(int(major), int(minor)))
    os.open(path, flags)


def main(name, *nodes):
    with open("/proc/self/comm", "w") as file:
        file.write(name)
    for node in nodes:
        hold(node)
    print("ready", flush=True)
    sys.stdin.read()


main(*sys.argv[1:])
