import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { AppError } from "../../errors";
import { folderTree } from "../folder-tree";
import type { ReadBatch } from "../host-files";
import type { HostTree } from "../host-tree";
import { temporaryFolder } from "../tree.test-data";
import { aidedTree } from "./aided-tree";
import { RootHelper } from "./root-helper";

const program = await testProgram("server/host/root/testing/helper-main.ts");
const device = "sys/bus/pci/devices/0000:01:00.0";
const config = Uint8Array.from({ length: 256 }, (_, index) => 255 - index);

let root: string;
let helper: RootHelper;

beforeEach(() => {
  root = temporaryFolder();
  helper = new RootHelper({ kind: "program", words: [process.execPath, program, root] });
  put(`${device}/config`, config);
  put(`${device}/vendor`, "0x10de\n");
  put("boot/grub/grub.cfg", "menuentry\n");
  put("boot/vmlinuz-6.1", "kernel");
  put("etc/netplan/50-cloud-init.yaml", "network:\n");
  mkdirSync(join(root, "proc/7/fd"), { recursive: true });
  symlinkSync("/dev/vfio/12", join(root, "proc/7/fd/3"));
});

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** As the kernel shows the host to who is not root. */
function asOthersSeeIt(): HostTree {
  const tree = folderTree(root);
  const closed = /^(?:boot|proc\/7|etc\/netplan)/;
  const refuse = (path: string) => {
    throw new AppError("forbidden", { userMessage: `Passdeck may not read /${path}.` });
  };
  return {
    ...tree,
    async readMany(batch: ReadBatch) {
      const paths = Object.values(batch)
        .flat()
        .filter((path) => typeof path === "string");
      const hidden = paths.find((path) => closed.test(path));
      if (hidden !== undefined) refuse(hidden);
      const files = await tree.readMany(batch);
      for (const [path, bytes] of files.found.bytes)
        (files.found.bytes as Map<string, Uint8Array | null>).set(path, bytes?.subarray(0, 64) ?? null);
      return files;
    },
  };
}

const rootsOwn = {
  texts: ["boot/grub/grub.cfg", "etc/netplan/50-cloud-init.yaml"],
  links: ["proc/7/fd/3"],
  folders: ["boot", "proc/7/fd", "etc/netplan"],
  presence: ["boot/vmlinuz-6.1", "boot/efi"],
  bytes: [`${device}/config`],
} satisfies ReadBatch;

describe("the files of a host for who is not root", () => {
  test("are what root sees, where only root may read", async () => {
    const seen = await aidedTree(asOthersSeeIt(), helper).readMany({
      ...rootsOwn,
      texts: [...rootsOwn.texts, `${device}/vendor`],
    });
    expect(Buffer.from(seen.bytes(`${device}/config`) ?? []).equals(Buffer.from(config))).toBe(true);
    expect(seen.word(`${device}/vendor`)).toBe("0x10de");
    expect(rootsOwn.texts.map((path) => seen.text(path))).toEqual(["menuentry\n", "network:\n"]);
    expect(seen.link("proc/7/fd/3")).toBe("/dev/vfio/12");
    expect(seen.names("boot")).toEqual(["grub", "vmlinuz-6.1"]);
    expect(rootsOwn.presence.map((path) => seen.has(path))).toEqual([true, false]);
  });

  test("are the same when they are read one by one", async () => {
    const tree = aidedTree(asOthersSeeIt(), helper);
    expect(await tree.readText("boot/grub/grub.cfg")).toBe("menuentry\n");
    expect((await tree.readBytes(`${device}/config`))?.length).toBe(256);
    expect(await tree.readLink("proc/7/fd/3")).toBe("/dev/vfio/12");
    expect(await tree.list("proc/7/fd")).toEqual(["3"]);
  });

  test("are what this process sees where no helper can be asked", async () => {
    const nobody = new RootHelper({ kind: "program", words: ["/nowhere/sudo"] });
    const tree = aidedTree(asOthersSeeIt(), nobody);
    expect((await tree.readBytes(`${device}/config`))?.length).toBe(64);
    await expect(tree.readText("boot/grub/grub.cfg")).rejects.toMatchObject({ code: "forbidden" });
  });
});
