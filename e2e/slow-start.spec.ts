import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

/** QEMU, which begins only once `gate` is there; what libvirt asks it about itself it answers at once. */
const slowQemu = (gate: string) => `#!/bin/sh
case " $* " in *" guest="*) while [ ! -e ${gate} ]; do sleep 0.1; done ;; esac
exec /usr/bin/qemu-system-x86_64 "$@"
`;

test("VMs that take long to start show how far they are, and a cancel begins no more", async ({
  page,
  vms,
  virsh,
  libvirtd,
}) => {
  const [emulator, gate] = ["slow-qemu", "slow-qemu.go"].map((name) => join(libvirtd.folder, "lib", name));
  if (emulator === undefined || gate === undefined) throw new Error("both have a path");
  await writeFile(emulator, slowQemu(gate));
  await chmod(emulator, 0o755);
  // One more than Passdeck starts at a time.
  const names: string[] = [];
  for (let count = 0; count < 9; count += 1)
    names.push((await vms.define({ devices: [{ name: "emulator", text: emulator }] })).name);
  const list = new VmListPage(page);
  await list.open();
  await list.select(...names);
  await list.bulkBar.getByRole("button", { name: "Start" }).click();

  const job = page.getByRole("region", { name: "Running: Start 9 VMs" });
  await expect(job).toContainText("0 of 9 steps done");
  await job.getByRole("button", { name: "Steps" }).click();
  const steps = page.getByRole("dialog", { name: "Start 9 VMs" });
  await expect(steps.getByRole("listitem").filter({ hasText: "running" })).toHaveCount(8);
  await steps.getByRole("button", { name: "Cancel" }).click();
  await writeFile(gate, "");

  const answer = page.getByRole("dialog", { name: "Start: 1 of 9 VMs failed" });
  await expect(answer).toContainText("cancelled it. 1 of 9 were not begun.");
  const states = await Promise.all(names.map((name) => virsh.state(name)));
  expect(states.filter((state) => state === "running")).toHaveLength(8);
  await rm(gate);
});
