import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addresses } from "@/e2e/libvirtd/host-pair";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { PrivatePki } from "@/e2e/tls/private-pki";
import { expectPattern, MovingVms, seenFromHere, stateOn, toTwo } from "./moving-vms.test-data";

let pki: PrivatePki;
let folder: string;
let vms: MovingVms;

const names = addresses.map((address) => `IP:${address}`).join(",");

/** Puts a certificate where QEMU looks for its own end's. */
async function lay(from: PrivatePki, end: "server" | "client"): Promise<void> {
  const usage = end === "server" ? "serverAuth" : "clientAuth";
  const { paths } = from.issue({ name: end, names, usage });
  await cp(paths.certificate, join(folder, `${end}-cert.pem`));
  await cp(paths.privateKey, join(folder, `${end}-key.pem`));
}

beforeAll(async () => {
  pki = new PrivatePki();
  folder = join(pki.folder, "qemu");
  await mkdir(folder);
  await cp(pki.caPath, join(folder, "ca-cert.pem"));
  await lay(pki, "server");
  await lay(pki, "client");
  vms = await MovingVms.start([`migrate_tls_x509_cert_dir = "${folder}"`, "migrate_tls_x509_verify = 1"]);
}, 180_000);

afterEach(() => vms.clear());

afterAll(async () => {
  await vms?.stop();
  pki?.remove();
});

test("memory and disk go over encrypted where that is asked for", async () => {
  const path = await vms.madeDisk("images", "secret.qcow2");
  const vmId = await vms.started("secret", [qcow2Disk(path)]);
  const request = { ...toTwo(vmId), options: { tls: true } };
  expect(await vms.ended(request)).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(vms.pair.two, "secret")).toBe("running");
  await vms.pair.two.virsh("destroy", "secret");
  await expectPattern(seenFromHere(vms.pair.two, path));
});

test("a target whose certificate is somebody else’s gets nothing of it", async () => {
  const other = new PrivatePki("Somebody else");
  await lay(other, "server");
  other.remove();
  const vmId = await vms.started("wary");
  expect(await vms.ended({ ...toTwo(vmId), options: { tls: true } })).toMatchObject({
    state: "undone",
    problem: expect.stringContaining("certificate"),
  });
  expect(await stateOn(vms.pair.one, "wary")).toBe("running");
  expect(await vms.ended(toTwo(vmId))).toMatchObject({ state: "done", problem: null });
});
