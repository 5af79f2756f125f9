import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { readDefinition } from "../domain/definition";
import { saveDefinition } from "../domain/edit-definition";
import { Connection } from "../libvirt/connection";
import { unixDialer } from "../libvirt/dial/unix";
import { buildDomain } from "./build-domain";
import { everything } from "./everything.test-data";
import { readGuestCapabilities } from "./host/guest-capabilities";
import { withPreset } from "./presets/apply-preset.schema";
import { presetIds } from "./presets/preset-ids.schema";
import { presetTable } from "./presets/preset-table.schema";
import { type VmSpecificationInput, vmSpecificationSchema } from "./vm-specification.schema";

/** libvirt refuses a TPM already in the definition where swtpm is not installed. */
const withoutMissing = existsSync("/usr/bin/swtpm") ? {} : { tpm: null };

const chosen = (name: string): VmSpecificationInput => ({
  name,
  domainType: "qemu",
  disks: [{ source: { kind: "file", path: "/var/lib/libvirt/images/vm.img", format: "raw" } }],
  opticalDrives: [{ source: null }],
  networks: [{ source: { kind: "network", network: "default" } }],
  ...withoutMissing,
});

describe("definitions on a real libvirtd", () => {
  let libvirtd: PrivateLibvirtd;
  let connection: Connection;

  beforeAll(async () => {
    libvirtd = await startPrivateLibvirtd();
    connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  });
  afterAll(async () => {
    await connection?.close();
    await libvirtd?.stop();
  });

  const define = async (input: VmSpecificationInput, kvm: boolean) => {
    const vm = vmSpecificationSchema.parse(input);
    await saveDefinition(connection, buildDomain(vm, { architecture: "x86_64", kvm }));
    const { dom } = await connection.call("domain_lookup_by_name", { name: vm.name });
    const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
    return { dom, definition: readDefinition(xml), xml };
  };

  test.each(presetIds)("libvirt takes the preset %s", async (id) => {
    const { definition } = await define(withPreset(presetTable[id], chosen(id)), false);
    expect(definition).toMatchObject({ name: id, disks: [{ target: "vda" }, { device: "cdrom" }] });
    expect(definition.interfaces).toHaveLength(1);
    expect(definition.hasSerialConsole).toBe(true);
  });

  test("libvirt takes a VM with something of each kind", async () => {
    // libvirt refuses KVM where the host has none.
    const { kvm } = await readGuestCapabilities(connection);
    const domainType = kvm ? "kvm" : "qemu";
    const { definition, xml } = await define({ ...everything, ...withoutMissing, domainType }, kvm);
    expect(definition.passthrough).toEqual(["0000:01:00.0", "0000:01:00.1"]);
    expect(definition.disks).toHaveLength(4);
    expect(xml).toContain("virtiofs");
  });

  test("a minimal VM starts", async () => {
    const input = withPreset(presetTable["minimal-test"], { name: "running", domainType: "qemu" });
    const { dom } = await define(input, false);
    await connection.call("domain_create", { dom });
    const { state } = await connection.call("domain_get_state", { dom, flags: 0 });
    expect(state).toBe(1);
    await connection.call("domain_destroy", { dom });
  });
});
