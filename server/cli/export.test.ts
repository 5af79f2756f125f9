import { expect, test } from "vitest";
import { passdeck } from "./passdeck.test-data";

const xml = `<domain type="kvm"><name>web</name><memory unit="GiB">2</memory><vcpu>2</vcpu>
<os><type arch="x86_64" machine="q35">hvm</type></os><devices><vsock model="virtio"/></devices></domain>`;

test("a definition is written in another program's format", { timeout: 180_000 }, () => {
  const proxmox = passdeck(["export", "proxmox"], xml);
  expect(proxmox.status).toBe(0);
  expect(proxmox.stdout).toContain("memory: 2048\n");
  expect(proxmox.stdout).toContain("#- <vsock> of the definition is not exported.\n");
  const kubevirt = passdeck(["export", "kubevirt", "--json"], xml);
  expect(JSON.parse(kubevirt.stdout)).toMatchObject({
    fileName: "web.yaml",
    notes: expect.arrayContaining(["<vsock> of the definition is not exported."]),
  });
  expect(passdeck(["export", "kubevirt"], "no XML").status).toBe(1);
});
