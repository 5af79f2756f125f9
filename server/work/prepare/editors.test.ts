import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { GrubHost } from "./testing/grub-host";
import { lookAt, PrepareRig } from "./testing/prepare-rig";

/* Programs that edit files by themselves: all that they touch is put back, also what no plan names. */

let host: GrubHost;
let rig: PrepareRig;

const entry = "boot/loader/entries/0123-6.11.conf";
const options = "options root=UUID=1 ro quiet\n";
const grubby = `for file in "$ROOT"/boot/loader/entries/*.conf; do sed -i 's/^options .*/& iommu=pt/;s/ iommu=pt iommu=pt/ iommu=pt/' "$file"; done
echo "root=UUID=1 ro quiet iommu=pt" >"$ROOT/etc/kernel/cmdline"
echo "kernelopts=x" >"$ROOT/boot/grub2/grubenv"
test ! -e "$ROOT/broken-grubby" || { echo "grubby: no space" >&2; exit 1; }`;

beforeEach(() => {
  host = new GrubHost();
  host.install();
  const files = {
    "etc/os-release": "ID=fedora\n",
    "usr/bin/grubby": "",
    "boot/grub2/grub.cfg": "blscfg\n",
    "boot/grub2/grubenv": "# GRUB Environment Block\n",
    "etc/kernel/cmdline": "root=UUID=1 ro quiet\n",
    [entry]: `title Fedora\nlinux /vmlinuz\n${options}`,
    "test-bin/grubby": `#!/bin/sh\nROOT='${host.root}'\n${grubby}\n`,
  };
  for (const [path, text] of Object.entries(files)) host.write(path, text);
  chmodSync(join(host.root, "test-bin/grubby"), 0o755);
  rig = new PrepareRig(host, temporaryFolder());
});

afterEach(() => {
  rig.close();
  host.remove();
});

const textOf = (path: string) => readFileSync(join(host.root, path), "utf8");

test("what grubby has changed is put back, whenever the change is taken back", async () => {
  const before = lookAt(host.root);
  expect(await rig.apply({ add: ["iommu=pt"] })).toMatchObject({ state: "done", problem: null });
  expect(textOf(entry)).toContain("quiet iommu=pt\n");
  expect(textOf("etc/kernel/cmdline")).toContain("iommu=pt");
  const [change] = (await rig.state()).changes;
  expect(change?.files.map(({ file }) => file)).toEqual([
    `/${entry}`,
    "/boot/grub2/grubenv",
    "/etc/kernel/cmdline",
  ]);
  expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
  expect(lookAt(host.root)).toEqual(before);
});

test("where it fails half-way, what it did is put back", async () => {
  host.write("broken-grubby", "");
  const before = lookAt(host.root);
  const job = await rig.apply({ add: ["iommu=pt"] });
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("grubby: no space") });
  expect(lookAt(host.root)).toEqual(before);
});

test("a file that somebody has changed since keeps the whole from being taken back, and is named", async () => {
  await rig.apply({ add: ["iommu=pt"] });
  host.write(entry, `${textOf(entry)}# mine\n`);
  const after = lookAt(host.root);
  const [change] = (await rig.state()).changes;
  const { plan } = await rig.planUndo(change?.id ?? "");
  expect(plan.refusal).toContain(`/${entry} was changed by somebody else since`);
  expect(lookAt(host.root)).toEqual(after);
});

test("of two changes of one file the later one goes first", async () => {
  await rig.apply({ add: ["iommu=pt"] });
  await rig.apply({ vfioAddresses: ["0000:01:00.0"], softdeps: ["nvidia"] });
  await rig.apply({ blacklist: ["nouveau"] });
  const [third, second, first] = (await rig.state()).changes;
  expect([third?.notUndoable, first?.notUndoable]).toEqual([null, null]);
  expect(second?.notUndoable).toContain("“Change how the host starts: blacklist nouveau” came after it");
  expect(await rig.undo(third?.id ?? "")).toMatchObject({ state: "done" });
  expect((await rig.planUndo(second?.id ?? "")).plan.refusal).toBeNull();
});

test("originals are kept once, untouched, with their owner and mode", async () => {
  chmodSync(join(host.root, entry), 0o640);
  const original = textOf(entry);
  await rig.apply({ add: ["iommu=pt"] });
  await rig.apply({ add: ["nosmt"] });
  const place = rig.preparations.originals.placeOf("local", entry);
  expect(readFileSync(place, "utf8")).toBe(original);
  expect(JSON.parse(readFileSync(`${place}.owner.json`, "utf8"))).toEqual({
    path: `/${entry}`,
    mode: "0640",
    uid: 0,
    gid: 0,
  });
});
