import { randomBytes } from "node:crypto";
import type { ElementPlan } from "@/server/xml/build-xml";
import { closeJob } from "./fixtures/close-job";
import { expect, test } from "./fixtures/test";
import { VmListPage } from "./fixtures/vm-list";

const folder = "/var/lib/libvirt/images";

function disk(file: string, target: string): ElementPlan {
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "source", attributes: { file: `${folder}/${file}` } },
      { name: "target", attributes: { dev: target, bus: "virtio" } },
    ],
  };
}

test("a VM is deleted with those of its disks that were ticked", async ({ page, vms, virsh }) => {
  const pool = `pool-${randomBytes(4).toString("hex")}`;
  const [goes, stays] = [`${pool}-goes.img`, `${pool}-stays.img`];
  await virsh.run("pool-create-as", pool, "dir", "--target", folder);
  for (const name of [goes, stays]) await virsh.run("vol-create-as", pool, name, "1M");
  const vm = await vms.define({ devices: [disk(goes, "vda"), disk(stays, "vdb")] });
  const list = new VmListPage(page);
  await list.open();

  await list.choose(vm.name, "Delete…");
  const question = page.getByRole("alertdialog", { name: `Delete ${vm.name}?` });
  await expect(question).toContainText(`${folder}/${stays}`);
  await question.getByRole("checkbox", { name: goes }).click();
  await expect(question).toContainText(`Delete the volume ${goes}`);
  await question.getByRole("button", { name: "Delete anyway" }).click();
  await closeJob(page);

  await expect(list.row(vm.name)).toHaveCount(0);
  expect(await virsh.run("list", "--all", "--name")).not.toContain(vm.name);
  const volumes = await virsh.run("vol-list", pool);
  expect(volumes).toContain(stays);
  expect(volumes).not.toContain(goes);
  await virsh.run("pool-destroy", pool);
});

test("a VM that is on can't be deleted", async ({ page, vms, virsh }) => {
  const vm = await vms.define();
  await virsh.run("start", vm.name);
  await new VmListPage(page).open();
  await page.getByRole("button", { name: `Actions for ${vm.name}` }).click();
  const entry = page.getByRole("menuitem", { name: "Delete" });
  await expect(entry).toHaveAttribute("aria-disabled", "true");
  await expect(entry).toContainText("shut it down or force it off first");
});
