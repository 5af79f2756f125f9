import fc from "fast-check";
import { expect, test } from "vitest";
import { amdCommand, amdGpus } from "./amd-gpus";
import { guestGpuSchema } from "./guest-gpu.schema";
import { nvidiaGpus } from "./nvidia-gpus";

test("nvidia-smi’s table, with what a card does not tell", () => {
  const output = [
    "NVIDIA GeForce RTX 3090, 00000000:06:00.0, 37, 4096, 24576, 61, 215.48",
    "Tesla T4, 0, 00000000:07:00.0, [N/A], 0, 15360, 40, [Not Supported]",
    "",
  ].join("\n");
  expect(nvidiaGpus(output).rest.trim()).toBe("");
  expect(nvidiaGpus(output).gpus).toEqual([
    {
      name: "NVIDIA GeForce RTX 3090",
      address: "0000:06:00.0",
      busy: 0.37,
      usedBytes: 4 * 1024 ** 3,
      totalBytes: 24 * 1024 ** 3,
      celsius: 61,
      watts: 215.48,
    },
    {
      name: "Tesla T4, 0",
      address: "0000:07:00.0",
      busy: null,
      usedBytes: 0,
      totalBytes: 15 * 1024 ** 3,
      celsius: 40,
      watts: null,
    },
  ]);
});

test("amdgpu’s files, of two cards, one of them another driver’s", () => {
  const device = (card: number) => `/sys/class/drm/card${card}/device`;
  const output = [
    `${device(0)}/uevent:DRIVER=bochs-drm`,
    `${device(0)}/uevent:PCI_SLOT_NAME=0000:00:01.0`,
    `${device(1)}/uevent:DRIVER=amdgpu`,
    `${device(1)}/uevent:PCI_ID=1002:73BF`,
    `${device(1)}/uevent:PCI_SLOT_NAME=0000:06:00.0`,
    `${device(1)}/gpu_busy_percent:12`,
    `${device(1)}/mem_info_vram_used:1073741824`,
    `${device(1)}/mem_info_vram_total:17163091968`,
    `${device(1)}/hwmon/hwmon3/temp1_input:48000`,
    `${device(1)}/hwmon/hwmon3/power1_average:31000000`,
  ].join("\n");
  expect(amdGpus(output)).toEqual([
    {
      name: null,
      address: "0000:06:00.0",
      busy: 0.12,
      usedBytes: 1073741824,
      totalBytes: 17163091968,
      celsius: 48,
      watts: 31,
    },
  ]);
  expect(amdCommand).toContain("/sys/class/drm/card1/device/hwmon/hwmon3/power1_average");
});

test("a number that can't be is none, and lines that are no GPU are kept apart", () => {
  const odd = `X, 00000000:06:00.0, 101, ${"9".repeat(400)}, 1e9, -4, 10001`;
  const { gpus, rest } = nvidiaGpus(`${odd}\nUnable to determine the device handle`);
  const nothing = { busy: null, usedBytes: null, totalBytes: null, celsius: null, watts: null };
  expect(gpus).toEqual([{ name: "X", address: "0000:06:00.0", ...nothing }]);
  expect(rest).toBe("Unable to determine the device handle");
});

test("whatever a guest writes, what comes of it can be told", () => {
  const words = fc.string({ unit: "grapheme" });
  const lines = fc.array(
    fc.oneof(
      words,
      fc.tuple(words, fc.array(words)).map(([name, more]) => `${name}, 00000000:06:00.0, ${more.join(", ")}`),
      words.map((text) => `/sys/class/drm/card0/device/uevent:${text}`),
      words.map((text) => `/sys/class/drm/card0/device/product_name:${text}`),
    ),
  );
  fc.assert(
    fc.property(lines, (all) => {
      const output = ["/sys/class/drm/card0/device/uevent:DRIVER=amdgpu", ...all].join("\n");
      for (const gpu of [...nvidiaGpus(output).gpus, ...amdGpus(output)]) {
        expect(guestGpuSchema.parse(gpu)).toEqual(gpu);
        expect(gpu.name ?? "").not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }),
  );
});
