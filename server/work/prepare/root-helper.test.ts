import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { able } from "../../host/ability";
import { HelperConfiguration } from "../../host/root/helper-configuration";
import { RootHelper } from "../../host/root/root-helper";
import { temporaryFolder } from "../../host/tree.test-data";
import { GrubHost, grubText, menu } from "./testing/grub-host";
import { lookAt, PrepareRig } from "./testing/prepare-rig";

const program = await testProgram("server/host/root/testing/helper-main.ts");
let host: GrubHost;
let rig: PrepareRig;

beforeEach(() => {
  host = new GrubHost();
  host.install();
  const path = `PATH=${join(host.root, "test-bin")}:/usr/bin:/bin`;
  const helper = new RootHelper({
    kind: "program",
    words: ["env", path, process.execPath, program, host.root],
  });
  const parts = { ...host.parts, configuration: able(new HelperConfiguration(helper)) };
  rig = new PrepareRig({ root: host.root, parts }, temporaryFolder());
});

afterEach(() => {
  rig.close();
  host.remove();
});

const textOf = (path: string) => readFileSync(join(host.root, path), "utf8");

test("by a root helper a change is carried out and taken back, byte for byte, as by root itself", async () => {
  const before = lookAt(host.root);
  expect(await rig.apply({ add: ["iommu=pt"] })).toMatchObject({ state: "done", problem: null });
  expect(textOf("etc/default/grub")).toBe(grubText.replace('"quiet"', '"quiet iommu=pt"'));
  expect(textOf("boot/grub/grub.cfg")).toBe(menu("quiet iommu=pt"));
  const [change] = (await rig.state()).changes;
  expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
  expect(lookAt(host.root)).toEqual(before);
});
