import { expect, test } from "vitest";
import { readMemorySupply } from "./memory-supply";
import { readNetworkDevices } from "./network-devices";
import { treeOf } from "./tree.test-data";
import { readUsbDevices } from "./usb-devices";

test("memory that is free, and huge pages of each size", async () => {
  const tree = await treeOf({
    "proc/meminfo": "MemTotal:  2048 kB\nMemFree:   10 kB\nMemAvailable:   1024 kB\n",
    "sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages": "8\n",
    "sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages": "3\n",
  });
  expect(await readMemorySupply(tree)).toEqual({
    availableBytes: 2 ** 20,
    hugepages: [{ bytes: 2 ** 21, total: 8, free: 3 }],
  });
});

test("a host that does not tell", async () => {
  expect(await readMemorySupply(await treeOf({ etc: "" }))).toEqual({ availableBytes: null, hugepages: [] });
});

test("bridges among the network devices, and no VM's own", async () => {
  const tree = await treeOf({
    "sys/class/net/lo/address": "",
    "sys/class/net/eth0/address": "",
    "sys/class/net/br0/bridge/bridge_id": "",
    "sys/class/net/vnet0/tun_flags": "",
  });
  expect(await readNetworkDevices(tree)).toEqual([
    { name: "br0", bridge: true },
    { name: "eth0", bridge: false },
  ]);
});

test("USB devices with their names, without hubs and interfaces", async () => {
  const tree = await treeOf({
    "sys/bus/usb/devices/1-2/idVendor": "046d\n",
    "sys/bus/usb/devices/1-2/idProduct": "c52b\n",
    "sys/bus/usb/devices/1-2/busnum": "1\n",
    "sys/bus/usb/devices/1-2/devnum": "4\n",
    "sys/bus/usb/devices/1-2/product": "Receiver\n",
    "sys/bus/usb/devices/1-2:1.0/idVendor": "046d\n",
    "sys/bus/usb/devices/usb1/idVendor": "1d6b\n",
    "sys/bus/usb/devices/usb1/idProduct": "0002\n",
    "sys/bus/usb/devices/usb1/bDeviceClass": "09\n",
  });
  expect(await readUsbDevices(tree)).toEqual([
    { port: "1-2", bus: 1, device: 4, vendorId: "046d", productId: "c52b", label: "Receiver" },
  ]);
});
