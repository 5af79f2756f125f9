import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "../libvirt/connection";
import { unixDialer } from "../libvirt/dial/unix";
import { undefineVm } from "./removal";

let libvirtd: PrivateLibvirtd;
let connection: Connection;
/** Outside of what libvirtd's namespace covers, so that both see it. */
let elsewhere: string;
let own: string;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  elsewhere = await mkdtemp(join(tmpdir(), "elsewhere-"));
  own = join(libvirtd.folder, "lib/qemu/nvram");
  await mkdir(own, { recursive: true });
}, 180_000);

afterAll(async () => {
  await connection?.close();
  await libvirtd?.stop();
  await rm(elsewhere, { recursive: true, force: true });
});

async function define(name: string, nvram: string) {
  const xml = `<domain type='qemu'><name>${name}</name><memory unit='MiB'>16</memory>
<features><acpi/></features><os><type arch='x86_64' machine='q35'>hvm</type>
<loader readonly='yes' type='pflash'>/usr/share/none.fd</loader>${nvram}</os></domain>`;
  return (await connection.call("domain_define_xml_flags", { xml, flags: 0 })).dom;
}

test("UEFI variables in libvirt’s own folder go with the VM", async () => {
  await writeFile(join(own, "usual_VARS.fd"), "variables");
  const dom = await define("usual", "<nvram>/var/lib/libvirt/qemu/nvram/usual_VARS.fd</nvram>");
  expect(await undefineVm(connection, dom)).toEqual([]);
  expect(await readdir(own)).toEqual([]);
});

test.each([
  ["plain", (path: string) => `<nvram>${path}</nvram>`],
  ["with a source", (path: string) => `<nvram type='file'><source file='${path}'/></nvram>`],
])("a file elsewhere that <nvram>, %s, names stays and is told of", async (_form, nvramOf) => {
  const path = join(elsewhere, "precious");
  await writeFile(path, "not a VM's");
  const kept = await undefineVm(connection, await define("odd", nvramOf(path)));
  expect(kept).toMatchObject([{ source: path, why: expect.stringContaining("/var/lib/libvirt/qemu/nvram") }]);
  expect(await readdir(elsewhere)).toEqual(["precious"]);
});

test("a path that only begins in libvirt’s folder is elsewhere", async () => {
  const path = `/var/lib/libvirt/qemu/nvram/../../../../..${join(elsewhere, "precious")}`;
  await writeFile(join(elsewhere, "precious"), "not a VM's");
  expect(await undefineVm(connection, await define("odd", `<nvram>${path}</nvram>`))).toHaveLength(1);
  expect(await readdir(elsewhere)).toEqual(["precious"]);
});
