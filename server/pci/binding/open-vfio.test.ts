import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "../../errors";
import { type FakeKernel, newKernel } from "./fake-kernel.test-data";
import { openVfio } from "./open-vfio";

let kernel: FakeKernel;
beforeEach(() => {
  kernel = newKernel();
});
afterEach(() => kernel.remove());

test("loads vfio-pci where VFIO has no node", async () => {
  await openVfio({ tree: kernel.tree, writer: kernel });
  expect(kernel.writes).toEqual(["modprobe vfio-pci"]);
});

test("loads nothing where it has", async () => {
  mkdirSync(join(kernel.folder, "dev/vfio"), { recursive: true });
  writeFileSync(join(kernel.folder, "dev/vfio/vfio"), "");
  await openVfio({ tree: kernel.tree, writer: kernel });
  expect(kernel.writes).toEqual([]);
});

test("leaves it to libvirt to say what it lacks where nothing can be loaded", async () => {
  const away = new AppError("host-refused", { userMessage: "The helper does not answer." });
  kernel.loadModule = () => Promise.reject(away);
  await expect(openVfio({ tree: kernel.tree, writer: kernel })).resolves.toBeUndefined();
});
