import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { headBytes, imageProblem } from "./image-head";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "passdeck-images-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An image as QEMU itself makes it. */
async function image(format: string, ...options: string[]): Promise<string> {
  const path = join(folder, `${randomUUID()}.img`);
  await run("qemu-img", ["create", "-q", "-f", format, ...options, path, "1M"]);
  return path;
}
const problemOf = async (path: Promise<string>) =>
  imageProblem(readFileSync(await path).subarray(0, headBytes), true);

test.each<[string, string[]]>([
  ["raw", []],
  ["qcow2", []],
  ["qcow2", ["-o", "compat=0.10"]],
  ["qed", []],
  ["vdi", []],
  ["vmdk", ["-o", "subformat=monolithicSparse"]],
  ["vmdk", ["-o", "subformat=streamOptimized"]],
  ["vpc", ["-o", "subformat=dynamic"]],
  ["vpc", ["-o", "subformat=fixed"]],
  ["vhdx", []],
])("%s %j of QEMU's is kept", async (format, options) => {
  expect(await problemOf(image(format, ...options))).toBeNull();
});

test.each<[string, string[]]>([
  ["vmdk", ["-o", "subformat=monolithicFlat"]],
  ["vmdk", ["-o", "subformat=twoGbMaxExtentSparse"]],
  ["parallels", []],
])("%s %j of QEMU's is not kept", async (format, options) => {
  expect(await problemOf(image(format, ...options))).not.toBeNull();
});

test.each(["qcow2", "qed", "vmdk"])("%s with a backing file of QEMU's is not kept", async (format) => {
  const backing = await image(format);
  expect(await problemOf(image(format, "-b", backing, "-F", format))).not.toBeNull();
});
