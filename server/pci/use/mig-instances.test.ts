import { expect, test } from "vitest";
import { busyHost, file, place, usesAt } from "@/e2e/hosts/busy-host";
import { driver } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";

const gpu = "0000:05:00.0";

test("a card that is divided into MIG instances is in use, though nobody has one open", async () => {
  const instance = (minor: number): TreeEntry =>
    file(`proc/driver/nvidia/capabilities/gpu${minor}/mig/gi3/access`, "DeviceFileMinor: 30\n");
  const card = [
    ...driver(place.gpu, "nvidia"),
    file(`proc/driver/nvidia/gpus/${gpu}/information`, "Device Minor: \t 1\n"),
  ];
  const divided = "mediated-device: it is divided into 1 MIG instance";
  expect(usesAt(await busyHost([...card, instance(1)]), gpu)).toContain(divided);
  expect(usesAt(await busyHost([...card, instance(0)]), gpu)).not.toContain(divided);
});
