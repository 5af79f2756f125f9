#!/usr/bin/python3
"""Mounts an empty file system of FUSE that keeps a block device, as NTFS-3G does. Run as: fuse_block.py DEVICE PLACE"""

import os
import sys
import threading

from fusepy import FUSE, Operations


def end_with_input():
    sys.stdin.read()
    os._exit(0)


class Empty(Operations):
    def init(self, path):
        threading.Thread(target=end_with_input, daemon=True).start()
        print("ready", flush=True)


def main(device, place):
    FUSE(Empty(), place, foreground=True, nothreads=True, blkdev=True, fsname=device)


main(*sys.argv[1:])
