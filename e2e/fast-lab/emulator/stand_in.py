#!/usr/bin/python3
"""Stands in for QEMU as a VM's <emulator>: every vfio-pci becomes an emulated device with the same PCI numbers.

In Python because what libvirt starts has to become QEMU by execve(), with its process id and open files.
Beside it lie pci-models.so, the library with the look-alikes' models (e2e/lab/image/pci-models.c), and maybe a file
`refusal` that holds what QEMU is to say in place of a start.
"""

import json
import os
import sys
from datetime import datetime, timezone

DEVICES = "/sys/bus/pci/devices"
QEMU = "/usr/bin/qemu-system-x86_64"
# By the first byte of the class: a model, and the numbers by which the library finds it.
LOOK_ALIKES = {"03": ("bochs-display", "1234:1111"), "04": ("intel-hda", "8086:2668")}
OTHER = ("pci-testdev", "1b36:0005")
# vfio_dev_viable() of drivers/vfio/vfio_main.c: these leave a group viable. A bridge's pcieport counts as well.
HARMLESS = (None, "vfio-pci", "pci-stub", "pcieport")


def attribute(address, name):
    with open(f"{DEVICES}/{address}/{name}") as file:
        return file.read().strip().removeprefix("0x")


def linked_name(path):
    return os.path.basename(os.readlink(path)) if os.path.lexists(path) else None


def give_up(words):
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    sys.exit(f"{now} qemu-system-x86_64: {words}")


def refuse_device(argument, words):
    give_up(f"-device {argument}: {words}")


def refuse_unviable(argument, address):
    group = linked_name(f"{DEVICES}/{address}/iommu_group")
    if group is None:
        refuse_device(argument, f"vfio {address}: no iommu_group found: No such file or directory")
    for member in os.listdir(f"{DEVICES}/{address}/iommu_group/devices"):
        if linked_name(f"{DEVICES}/{member}/driver") not in HARMLESS:
            advice = "Please ensure all devices within the iommu_group are bound to their vfio bus driver."
            refuse_device(argument, f"vfio {address}: group {group} is not viable\n{advice}")
    if not os.path.exists(f"/dev/vfio/{group}"):
        refuse_device(argument, f"vfio {address}: failed to open /dev/vfio/{group}: No such file or directory")


def look_alike(argument, number):
    """The argument with the other model in it, and the line that describes that model; (argument, None) of others."""
    if not argument.startswith("{"):
        return argument, None
    device = json.loads(argument)
    if device["driver"] != "vfio-pci":
        return argument, None
    address = device.pop("host")
    refuse_unviable(argument, address)
    class_code = attribute(address, "class")
    parent, parent_ids = LOOK_ALIKES.get(class_code[:2], OTHER)
    device["driver"] = f"look-alike-{number}"
    ids = f"{attribute(address, 'vendor')}:{attribute(address, 'device')}"
    subsystem = f"{attribute(address, 'subsystem_vendor')}:{attribute(address, 'subsystem_device')}"
    return json.dumps(device), f"{device['driver']} {parent} {parent_ids} {ids} {subsystem} {class_code[:4]}"


def main():
    folder = os.path.dirname(sys.argv[0])
    refusal = os.path.join(folder, "refusal")
    is_vm = "-S" in sys.argv and "guest=" in " ".join(sys.argv)
    if is_vm and os.path.exists(refusal):
        with open(refusal) as file:
            give_up(file.read())
    arguments, models = [], []
    for before, argument in zip([None, *sys.argv[1:]], sys.argv[1:]):
        model = None
        if before == "-device":
            argument, model = look_alike(argument, len(models))
        arguments.append(argument)
        models.extend([] if model is None else [model])
    environment = dict(os.environ)
    if models:
        library = os.path.join(folder, "pci-models.so")
        environment |= {"LAB_PCI_MODELS": "\n".join(models), "LD_PRELOAD": library}
    os.execve(QEMU, [QEMU, *arguments], environment)


main()
