import { expect, test } from "vitest";
import { readBindingFiles } from "../host/modules/binding-files";
import { treeOf } from "../host/tree.test-data";
import { bindingRules } from "./modules/early-binding/binding-rules";
import { Refused } from "./refused";
import { releaseOf } from "./release";
import { bindingAtNextStart, type ReservedDevice } from "./reservation";

const device = (address: string, deviceId = "2684"): ReservedDevice => ({
  address,
  driver: "vfio-pci",
  class: "030000",
  vendorId: "10de",
  deviceId,
  subsystemVendorId: "0000",
  subsystemDeviceId: "0000",
});
const [first, twin, other] = ["0000:01:00.0", "0000:02:00.0", "0000:03:00.0"] as const;
const devices = [device(first), device(twin), device(other, "1b80")];

async function released(files: Record<string, string>, line: string, ...addresses: string[]) {
  const sources = { files: await readBindingFiles(await treeOf(files)), commandLine: line, builtIn: false };
  return releaseOf(addresses, devices, bindingAtNextStart(sources, []));
}

const rules = bindingRules([
  { address: first, id: null },
  { address: other, id: null },
]);

test("what Passdeck reserved by its address is returned by it", async () => {
  expect(await released({ "etc/udev/rules.d/61-passdeck-vfio.rules": rules }, "quiet", first)).toEqual({
    removeIds: [],
    returnAddresses: [first],
    vfioAddresses: [],
  });
});

test("an id goes, and its twin is kept by its address", async () => {
  const line = "quiet vfio-pci.ids=10de:2684,10de:1b80";
  expect(await released({}, line, first)).toEqual({
    removeIds: ["10de:2684"],
    returnAddresses: [],
    vfioAddresses: [twin],
  });
  expect(await released({}, line, other)).toEqual({
    removeIds: ["10de:1b80"],
    returnAddresses: [],
    vfioAddresses: [],
  });
});

test("what nothing reserves takes nothing", async () => {
  expect(await released({}, "quiet", first)).toEqual({
    removeIds: [],
    returnAddresses: [],
    vfioAddresses: [],
  });
});

test.each([
  ["driverctl's", { [`etc/driverctl.d/pci-${first}`]: "vfio-pci\n" }, "quiet", "driverctl unset-override"],
  [
    "another's script",
    {
      "etc/initramfs-tools/scripts/init-top/mine": `echo vfio-pci >/sys/bus/pci/devices/${first}/driver_override`,
    },
    "quiet",
    "by hand",
  ],
  ["an id of a whole maker", {}, "quiet vfio-pci.ids=10de:ffffffff", "by hand"],
])("%s is told, and left alone", async (_name, files, line, instead) => {
  const refusal = await released(files as Record<string, string>, line, first).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refused);
  expect((refusal as Refused).instead).toContain(instead);
});
