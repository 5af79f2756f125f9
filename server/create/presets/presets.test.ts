import { describe, expect, test } from "vitest";
import { schemaProblems } from "../../domain/validate/schema-problems";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { buildDomain } from "../build-domain";
import { type VmSpecificationInput, vmSpecificationSchema } from "../vm-specification.schema";
import { withPreset, withUserPreset } from "./apply-preset.schema";
import { userPresetSchema } from "./preset.schema";
import { presetIds } from "./preset-ids.schema";
import { presetTable } from "./preset-table.schema";

const chosen: VmSpecificationInput = {
  name: "vm",
  disks: [
    { source: { kind: "new-volume", pool: "default", volume: "vm.img", bytes: 2 ** 30, format: "raw" } },
  ],
  opticalDrives: [
    { source: { kind: "file", path: "/iso/windows.iso" } },
    { source: { kind: "file", path: "/iso/virtio-win.iso" } },
  ],
  networks: [{ source: { kind: "network", network: "default" } }],
  cards: [
    {
      functions: [
        { address: "0000:01:00.0", class: "030000" },
        { address: "0000:01:00.1", class: "040300" },
      ],
    },
  ],
};

describe("presets", () => {
  test.each(presetIds)(
    "%s makes a definition that libvirt's schema takes, on hosts with and without KVM",
    async (id) => {
      const vm = vmSpecificationSchema.parse(withPreset(presetTable[id], chosen));
      for (const kvm of [true, false]) {
        expect(await schemaProblems(buildDomain(vm, { architecture: "x86_64", kvm }), schemasHere)).toEqual(
          [],
        );
      }
    },
  );

  test.each(presetIds)("%s gives each setting a reason", (id) => {
    const preset = presetTable[id];
    expect(preset.id).toBe(id);
    expect(preset.settings.length).toBeGreaterThan(2);
    for (const { title, reason, change } of preset.settings) {
      expect(title).not.toBe("");
      expect(reason).toMatch(/\.$/);
      expect(Object.keys(change)).not.toEqual([]);
    }
  });

  test("give way to what the user has chosen", () => {
    const vm = vmSpecificationSchema.parse(
      withPreset(presetTable["windows-11"], {
        ...chosen,
        cpu: { cores: 2 },
        firmware: { kind: "bios" },
        tpm: null,
        disks: [{ source: { kind: "block", path: "/dev/vg/vm" }, bus: "sata" }],
        cards: [],
      }),
    );
    expect(vm).toMatchObject({
      cpu: { model: { kind: "host-passthrough" }, sockets: 1, cores: 2 },
      memory: { bytes: 8 * 2 ** 30 },
      firmware: { kind: "bios" },
      tpm: null,
    });
    expect(vm.disks[0]).toMatchObject({ bus: "sata", discard: "unmap" });
  });

  test("set quirks on cards with a display alone, where none were chosen", () => {
    const given = withPreset(presetTable["industrial-igd"], {
      ...chosen,
      cards: [
        { functions: [{ address: "0000:00:02.0", class: "030000" }] },
        { functions: [{ address: "0000:00:14.0", class: "0c0330" }] },
        { functions: [{ address: "0000:01:00.0", class: "030000" }], options: { quirks: [] } },
      ],
    });
    expect(given.cards?.map(({ options }) => options?.quirks)).toEqual([
      ["intel-igd-opregion", "intel-igd-memory"],
      undefined,
      [],
    ]);
  });

  test("of users are checked when they are used", () => {
    const preset = userPresetSchema.parse({
      title: "Ours",
      specification: { machine: "i440fx", cpu: { cores: 8 } },
    });
    const vm = vmSpecificationSchema.parse(withUserPreset(preset, { name: "vm", cpu: { threads: 2 } }));
    expect(vm).toMatchObject({ machine: "i440fx", cpu: { cores: 8, threads: 2 } });
    const broken = userPresetSchema.parse({ title: "Old", specification: { wheels: 4 } });
    expect(vmSpecificationSchema.safeParse(withUserPreset(broken, { name: "vm" })).success).toBe(false);
  });
});
