import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "../../libvirt/connection";
import { unixDialer } from "../../libvirt/dial/unix";
import { LibvirtError } from "../../libvirt/errors";
import { domainCreateFlags } from "../../libvirt/protocol/constants.gen";
import { readGuestCapabilities } from "./guest-capabilities";

let libvirtd: PrivateLibvirtd;
let connection: Connection;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
}, 120_000);

afterAll(async () => {
  await connection?.close();
  await libvirtd?.stop();
});

/** Not an instruction is run. */
const pausedAndDestroyed = domainCreateFlags.START_PAUSED | domainCreateFlags.START_AUTODESTROY;

async function starts(type: "kvm" | "qemu", mode: string): Promise<boolean> {
  const xml_desc = `<domain type='${type}'><name>probe</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><cpu mode='${mode}'/><devices/></domain>`;
  try {
    const { dom } = await connection.call("domain_create_xml", { xml_desc, flags: pausedAndDestroyed });
    await connection.call("domain_destroy", { dom });
    return true;
  } catch (error) {
    if (error instanceof LibvirtError) return false;
    throw error;
  }
}

test("a VM with the host's CPU starts by KVM where that is said to work", async () => {
  const { kvm, brokenKvm, cpuModels } = await readGuestCapabilities(connection);
  // Not the other way round: there are hosts whose KVM takes a machine and never runs an instruction of it.
  const started = await starts("kvm", "host-passthrough");
  expect({ kvm, started }).not.toEqual({ kvm: true, started: false });
  expect(kvm && brokenKvm).toBe(false);
  // Those of the emulator where KVM can't be used: a machine is never without any.
  expect(cpuModels).toContainEqual({ name: "qemu64", usable: true });
});

test("leaves emulation where KVM fails", async () => {
  expect(await starts("qemu", "maximum")).toBe(true);
});
