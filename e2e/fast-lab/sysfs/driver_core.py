"""The part of the kernel that binds PCI drivers, over a sysfs in a plain folder.

It answers as Linux 6.1 does: drivers/base/bus.c (bind, unbind, drivers_probe), drivers/base/dd.c (really_probe),
drivers/pci/pci-driver.c (new_id, remove_id, driver_override), drivers/vfio/vfio_main.c (the group's node).
A device's lock is held while its driver lets go of it, so whoever else wants the device waits, as in the kernel.
"""

import errno
import os
import threading


def refusal(name):
    return OSError(getattr(errno, name), name)


class DriverCore:
    def __init__(self, tree, vfio_folder, unlink):
        """unlink takes a link away that stands below the tree, and has the kernel forget it."""
        self.unlink = unlink
        self.bus = os.path.join(tree, "bus/pci")
        self.groups = os.path.join(tree, "kernel/iommu_groups")
        self.vfio_folder = vfio_folder
        self.locks = {address: threading.RLock() for address in os.listdir(f"{self.bus}/devices")}
        # Which driver claims which devices by its table of IDs: the ones that it has when the host is taken over.
        self.claims = {address: self.driver_of(address) for address in self.locks}
        self.added_ids = {}
        self.shown_roms = set()

    def act_of(self, path):
        """The act that a write into this file of sysfs stands for: (kind, device or None, driver or None)."""
        name = os.path.basename(path)
        folder = os.path.realpath(os.path.dirname(path))
        if name == "driver_override":
            return ("override", os.path.basename(folder), None)
        if name == "rom" and os.path.basename(folder) in self.locks:
            return ("rom", os.path.basename(folder), None)
        if name == "control" and os.path.basename(folder) == "power":
            return ("power", os.path.basename(os.path.dirname(folder)), None)
        if name == "drivers_probe" and folder == os.path.realpath(self.bus):
            return ("probe", None, None)
        if name in ("bind", "unbind", "new_id", "remove_id"):
            if os.path.dirname(folder) == os.path.realpath(f"{self.bus}/drivers"):
                return (name, None, os.path.basename(folder))
        return None

    def lock_of(self, address):
        return self.locks.get(address) or threading.RLock()

    def perform(self, kind, device, driver, text):
        if kind == "rom":
            self.show_rom(device, text)
        elif kind == "power":
            self.power(device, text)
        elif kind == "override":
            self.override(device, text)
        elif kind == "probe":
            self.probe(text)
        elif kind == "unbind":
            self.unbind(text, driver)
        elif kind == "bind":
            self.bind(text, driver)
        elif kind == "new_id":
            self.new_id(text, driver)
        elif kind == "remove_id":
            self.remove_id(text, driver)
        elif kind == "modprobe":
            self.load(text)

    def override(self, address, text):
        with open(f"{self.bus}/devices/{address}/driver_override", "w") as file:
            file.write(f"{text or '(null)'}\n")

    def power(self, address, text):
        """A device that nobody keeps awake sleeps (drivers/base/power/sysfs.c, control_store)."""
        device = f"{self.bus}/devices/{address}"
        for name, value in (("power/control", text), ("power_state", "D0" if text == "on" else "D3hot")):
            with open(f"{device}/{name}", "w") as file:
                file.write(f"{value}\n")

    def show_rom(self, address, text):
        """pci_write_rom: anything but a plain 0 switches it on."""
        if text == "0":
            self.shown_roms.discard(address)
        else:
            self.shown_roms.add(address)

    def rom(self, address, whole):
        """pci_read_rom: what is off can't be read, and what has no signature is no ROM (pci_map_rom)."""
        if address not in self.shown_roms:
            raise refusal("EINVAL")
        if whole[:2] != b"\x55\xaa":
            raise refusal("EIO")
        return whole

    def probe(self, address):
        if not self.is_there(address):
            raise refusal("ENODEV")
        if self.driver_of(address) is not None:
            return
        for driver in sorted(os.listdir(f"{self.bus}/drivers")):
            if self.matches(address, driver):
                try:
                    return self.attach(address, driver)
                except OSError:
                    # "Ignore errors returned by ->probe so that the next driver can try its luck." The write succeeds.
                    continue

    def unbind(self, address, driver):
        if not self.is_there(address) or self.driver_of(address) != driver:
            raise refusal("ENODEV")
        self.detach(address)

    def bind(self, address, driver):
        if not self.is_there(address) or not self.matches(address, driver):
            raise refusal("ENODEV")
        if self.driver_of(address) is not None:
            raise refusal("EBUSY")
        self.attach(address, driver)

    def new_id(self, text, driver):
        ids = self.added_ids.setdefault(driver, set())
        if ids_in(text) in ids:
            raise refusal("EEXIST")
        ids.add(ids_in(text))
        for address in sorted(os.listdir(f"{self.bus}/devices")):
            with self.lock_of(address):
                if self.driver_of(address) is None and self.matches(address, driver):
                    self.attach(address, driver)

    def remove_id(self, text, driver):
        if ids_in(text) not in self.added_ids.get(driver, set()):
            raise refusal("ENODEV")
        self.added_ids[driver].remove(ids_in(text))

    def load(self, module):
        """What modprobe leads to: the driver's folder is there, and for vfio-pci the node that every VM opens."""
        folder = f"{self.bus}/drivers/{module}"
        os.makedirs(folder, exist_ok=True)
        for name in ("bind", "unbind", "new_id", "remove_id"):
            with open(f"{folder}/{name}", "w"):
                pass
        container = f"{self.vfio_folder}/vfio"
        if module == "vfio-pci" and not os.path.exists(container):
            os.mknod(container, 0o20666, os.makedev(10, 196))

    def matches(self, address, driver):
        override = self.override_of(address)
        if override is not None:
            return override == driver
        return self.claims.get(address) == driver or self.ids_of(address) in self.added_ids.get(driver, ())

    def attach(self, address, driver):
        if driver == "vfio-pci" and self.group_of(address) is None:
            raise refusal("EINVAL")
        place = os.path.realpath(f"{self.bus}/devices/{address}")
        folder = f"{self.bus}/drivers/{driver}"
        os.symlink(os.path.relpath(place, os.path.realpath(folder)), f"{folder}/{address}")
        os.symlink(os.path.relpath(os.path.realpath(folder), place), f"{place}/driver")
        self.keep_group_node(address)

    def detach(self, address):
        driver = self.driver_of(address)
        self.unlink(os.path.realpath(f"{self.bus}/devices/{address}") + "/driver")
        self.unlink(f"{self.bus}/drivers/{driver}/{address}")
        self.keep_group_node(address)

    def keep_group_node(self, address):
        """A group has its node for as long as vfio-pci has one of its devices."""
        group = self.group_of(address)
        if group is None:
            return
        members = os.listdir(f"{self.groups}/{group}/devices")
        wanted = any(self.driver_of(member) == "vfio-pci" for member in members)
        node = f"{self.vfio_folder}/{group}"
        if wanted and not os.path.exists(node):
            os.mknod(node, 0o20600, os.makedev(245, int(group)))
        if not wanted and os.path.exists(node):
            os.unlink(node)

    def is_there(self, address):
        return bool(address) and os.path.lexists(f"{self.bus}/devices/{address}")

    def driver_of(self, address):
        return linked_name(f"{self.bus}/devices/{address}/driver")

    def group_of(self, address):
        return linked_name(f"{self.bus}/devices/{address}/iommu_group")

    def override_of(self, address):
        text = self.attribute(address, "driver_override")
        return None if text in ("", "(null)") else text

    def ids_of(self, address):
        return f"{self.attribute(address, 'vendor')[2:]} {self.attribute(address, 'device')[2:]}"

    def attribute(self, address, name):
        with open(f"{self.bus}/devices/{address}/{name}") as file:
            return file.read().strip()


def linked_name(path):
    try:
        return os.path.basename(os.readlink(path))
    except OSError:
        return None


def ids_in(text):
    return " ".join(text.lower().split()[:2])
