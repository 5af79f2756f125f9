import { expect, test } from "vitest";
import { mayLoad, mayRead, mayWrite } from "./kernel-files";

const device = "sys/bus/pci/devices/0000:01:00.0";

test.each([
  [`${device}/driver_override`, "vfio-pci"],
  [`${device}/driver_override`, ""],
  [`${device}/driver/unbind`, "0000:01:00.0"],
  ["sys/bus/pci/drivers_probe", "0000:01:00.0"],
  ["sys/devices/system/node/node1/hugepages/hugepages-1048576kB/nr_hugepages", "8"],
  ["sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "0"],
  ["sys/bus/pci/drivers/Intel(R) 2.5G/bind", "10000:e1:00.7"],
  [`${device}/rom`, "1"],
  [`${device}/power/control`, "auto"],
])("into /%s %j may be written", (path, value) => expect(mayWrite(path, value)).toBe(true));

test.each([
  [`${device}/driver_override`, "vfio-pci\n"],
  [`${device}/driver_override`, "../vfio"],
  [`${device}/driver/unbind`, "0000:01:00.1"],
  [`${device}/driver/unbind\n`, "0000:01:00.0"],
  [`/${device}/driver_override`, "vfio-pci"],
  ["sys/bus/pci/drivers/../bind", "0000:01:00.0"],
  ["sys/bus/pci/drivers/a/b/bind", "0000:01:00.0"],
  ["sys/bus/pci/drivers/vfio-pci/new_id", "10de 2204"],
  ["sys/devices/system/node/node1/hugepages/hugepages-1048576kB/nr_hugepages", "-1"],
  ["sys/devices/system/node/../node0/hugepages/hugepages-2048kB/nr_hugepages", "1"],
  ["sys/kernel/mm/hugepages/hugepages-2048kB/nr_overcommit_hugepages", "1"],
  [`${device}/rom`, "vfio-pci"],
  [`${device}/rom`, "10"],
  [`${device}/power/control`, "off"],
])("into /%s %j may not", (path, value) => expect(mayWrite(path, value)).toBe(false));

test("what is read as root, and which modules are loaded", () => {
  expect([mayRead(`${device}/driver_override`), mayRead("sys/bus/pci/drivers_probe")]).toEqual([true, false]);
  expect([mayRead(`${device}/rom`), mayRead(`${device}/config`)]).toEqual([true, false]);
  expect([mayLoad("vfio-pci"), mayLoad("nouveau")]).toEqual([true, false]);
});
