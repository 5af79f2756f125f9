import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Fleet } from "../fleet/fleet";
import { connect } from "../work/kill/testing/rooms";
import { collectMetrics } from "./collect";
import { exposition } from "./exposition";
import { Exporter } from "./testing/exporter";

const run = promisify(execFile);
const everything = { level: "admin", user: null } as const;

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;

const virsh = async (...words: string[]) => (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout;

/** A VM with a disk and a NIC, which has nothing to start from. */
const vm = (name: string, disk: string) => `<domain type='qemu'><name>${name}</name>
<memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='${disk}'/><target dev='vda' bus='virtio'/></disk>
<interface type='network'><source network='metrics'/><model type='virtio'/></interface></devices></domain>`;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  const file = (name: string) => join(libvirtd.folder, name);
  await writeFile(file("network.xml"), "<network><name>metrics</name><dns enable='no'/></network>");
  await virsh("net-create", file("network.xml"));
  for (const name of ["on", "off"]) {
    await run("qemu-img", ["create", "-q", "-f", "qcow2", file(`${name}.qcow2`), "10M"]);
    await writeFile(file(`${name}.xml`), vm(name, file(`${name}.qcow2`)));
    await virsh("define", file(`${name}.xml`));
  }
  // One that no page can read costs the others nothing.
  await writeFile(
    file("odd.xml"),
    vm("odd", file("off.qcow2")).replace("<vcpu>", "<title>\uFFFD</title><vcpu>"),
  );
  await virsh("define", file("odd.xml"));
  await virsh("start", "on");
  await virsh("suspend", "on");
  fleet = await connect(libvirtd.uri);
}, 120_000);

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
});

const ours = async () => exposition(await collectMetrics({ fleet, jobs: [], version: "1.2.3" }, everything));

/** By the name with its labels, without the host, which the other exporter does not know of. */
function valuesOf(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(" ");
      const [, name = "", labels = ""] = /^(\w+)(?:\{(.*)\})?$/.exec(line.slice(0, space)) ?? [];
      const rest = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)]
        .filter(([, label]) => label !== "host")
        .map(([pair]) => pair);
      return [`${name}{${rest.sort().join()}}`, Number(line.slice(space + 1))];
    }),
  );
}

test("what prometheus-libvirt-exporter tells of a VM is told the same, under the same names", async () => {
  const exporter = await Exporter.start(libvirtd.uri);
  const before = valuesOf(await ours());
  const theirs = [...valuesOf(await exporter.metrics())].filter(([name]) => name.startsWith("libvirt_"));
  const after = valuesOf(await ours());
  expect(theirs.length).toBeGreaterThan(15);
  // Its host speaks to the NIC, and QEMU uses the CPU, meanwhile: what is counted is between two of ours.
  const between = (name: string, value: number) =>
    value >= (before.get(name) ?? Number.NaN) && value <= (after.get(name) ?? Number.NaN);
  expect(theirs.filter(([name, value]) => !between(name, value))).toEqual([]);
  await exporter.stop();
});

test("a VM that is off is told of as well, and of a host that is away nothing but that", async () => {
  const told = [...valuesOf(await ours())];
  expect(told).toContainEqual([expect.stringMatching(/^libvirt_domain_state_code\{domain="off",/), 5]);
  expect(told).toContainEqual([expect.stringMatching(/^libvirt_domain_state_code\{domain="odd",/), 5]);
  expect(told).toContainEqual(["libvirt_domains_number{}", 1]);
  await libvirtd.kill();
  await expect
    .poll(async () => [...valuesOf(await ours())].filter(([name]) => name.startsWith("libvirt_")))
    .toEqual([["libvirt_up{}", 0]]);
});
