#!/usr/bin/python3
"""Serves a sysfs that is kept in a folder, by FUSE; its files of the PCI driver core act as the kernel's.

Run as: fake_sysfs.py TREE MOUNT_POINT VFIO_FOLDER SOCKET
TREE is changed in place. A plain folder is not enough: only a file system of one's own can answer a write with an
errno, or not at all. Debian: fuse3, python3-fusepy.
"""

import errno
import os
import sys
import threading
import time

from driver_core import DriverCore, refusal
from faults import Faults
from fusepy import FUSE, FuseOSError, Operations, fuse_get_context

# The only file that no kernel has: writing a module's name into it stands for modprobe.
MODPROBE = "/.modprobe"
STAT_FIELDS = ("st_atime", "st_ctime", "st_gid", "st_ino", "st_mode", "st_mtime", "st_nlink", "st_size", "st_uid")
PAGE = 4096


class FakeSysfs(Operations):
    def __init__(self, tree, core, faults):
        self.tree = tree
        self.core = core
        self.faults = faults

    def place(self, path):
        return self.tree + path

    def getattr(self, path, fh=None):
        stat = os.lstat(self.place(path))
        fields = {name: getattr(stat, name) for name in STAT_FIELDS}
        # As in sysfs, a text attribute says that it fills a page, whatever is in it.
        if stat.st_mode & 0o170000 == 0o100000 and os.path.basename(path) not in ("config", "rom"):
            fields["st_size"] = PAGE
        return fields

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(self.place(path))]

    def readlink(self, path):
        return os.readlink(self.place(path))

    def access(self, path, mode):
        os.lstat(self.place(path))

    def open(self, path, flags):
        return os.open(self.place(path), os.O_RDONLY)

    def read(self, path, size, offset, fh):
        if os.path.basename(path) == "rom":
            return self.read_rom(path, size, offset, fh)
        if os.path.basename(path) != "driver_override":
            return os.pread(fh, size, offset)
        with self.core.lock_of(os.path.basename(os.path.dirname(os.path.realpath(self.place(path))))):
            return os.pread(fh, size, offset)

    def read_rom(self, path, size, offset, fh):
        address = os.path.basename(os.path.dirname(os.path.realpath(self.place(path))))
        try:
            whole = self.core.rom(address, os.pread(fh, 2**24, 0))
        except OSError as error:
            raise FuseOSError(error.errno) from error
        return whole[offset : offset + size]

    def release(self, path, fh):
        os.close(fh)

    def truncate(self, path, length, fh=None):
        os.lstat(self.place(path))

    def statfs(self, path):
        return {"f_bsize": PAGE, "f_frsize": PAGE}

    def unlink(self, path):
        # By this process's own threads alone, see main.
        if not os.path.exists(f"/proc/self/task/{fuse_get_context()[2]}"):
            raise FuseOSError(errno.EPERM)
        os.unlink(self.place(path))

    def write(self, path, data, offset, fh):
        text = data.decode().strip()
        act = ("modprobe", None, None) if path == MODPROBE else self.core.act_of(self.place(path))
        if act is None:
            # libvirt and udev write into "uevent" and the like, which makes no difference here.
            return len(data)
        kind, device, driver = act
        subject = device or text
        number, effect = self.faults.effect_of(kind, subject)
        told = {"write": number, "act": kind, "device": subject}
        try:
            with self.core.lock_of(subject):
                result = self.suffer(effect, told)
                if result == "done":
                    self.core.perform(kind, device, driver, text)
        except OSError as error:
            self.faults.tell({**told, "result": errno.errorcode.get(error.errno, "EIO")})
            raise FuseOSError(error.errno) from error
        self.faults.tell({**told, "result": result})
        return len(data)

    def suffer(self, effect, told):
        if effect is None:
            return "done"
        kind = effect["kind"]
        if kind == "errno":
            raise refusal(effect["name"])
        if kind == "hang":
            name = self.faults.hang({**told, "result": "hangs"})
            if name is not None:
                raise refusal(name)
        if kind == "delay":
            time.sleep(effect["seconds"])
        return "ignored" if kind == "ignore" else "done"


def main(tree, mount_point, vfio_folder, control):
    faults = Faults(control)
    threading.Thread(target=faults.serve, daemon=True).start()
    with open(tree + MODPROBE, "w"):
        pass
    # The kernel keeps what it was told to be there, as nine in ten questions are for the same few folders. What is taken
    # away is taken away by way of the kernel, so that it forgets it; what is new it asks for.
    core = DriverCore(tree, vfio_folder, lambda path: os.unlink(mount_point + path.removeprefix(tree)))
    view = FakeSysfs(tree, core, faults)
    kept = {"attr_timeout": 3600, "entry_timeout": 3600, "negative_timeout": 0, "direct_io": True}
    FUSE(view, mount_point, foreground=True, nothreads=False, allow_other=True, use_ino=True, **kept)


main(*sys.argv[1:])
