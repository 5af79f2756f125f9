import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AppError } from "../errors";
import { ifPresent } from "./file-errors";
import { folderTree } from "./folder-tree";
import { temporaryFolder } from "./tree.test-data";

/** A folder with a secret, and beside it the root of a host whose files want to get at the secret. */
function hostBesideSecret(): { root: string; outside: string } {
  const folder = temporaryFolder();
  const outside = join(folder, "outside");
  const root = join(folder, "root");
  mkdirSync(join(root, "sys/bus"), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, "secret"), "secret");
  writeFileSync(join(root, "sys/vendor"), "0x10de\n");
  return { root, outside };
}

describe("folderTree", () => {
  test("reads texts, bytes, links and folders", async () => {
    const { root } = hostBesideSecret();
    symlinkSync("../vendor", join(root, "sys/bus/link"));
    const tree = folderTree(root);
    expect(await tree.readText("sys/vendor")).toBe("0x10de\n");
    expect(await tree.readText("sys/bus/link")).toBe("0x10de\n");
    expect(await tree.readBytes("sys/vendor")).toEqual(Buffer.from("0x10de\n"));
    expect(await tree.readLink("sys/bus/link")).toBe("../vendor");
    expect(await tree.list("sys")).toEqual(["bus", "vendor"]);
  });

  test("answers null or nothing for what is not there", async () => {
    const { root } = hostBesideSecret();
    const tree = folderTree(root);
    expect(await tree.readText("sys/nothing")).toBeNull();
    expect(await tree.readText("sys/vendor/below-a-file")).toBeNull();
    expect(await tree.readText("sys/bus")).toBeNull();
    expect(await tree.readLink("sys/vendor")).toBeNull();
    expect(await tree.readLink("nothing/at/all")).toBeNull();
    expect(await tree.list("sys/nothing")).toEqual([]);
    expect(await tree.list("sys/vendor")).toEqual([]);
    expect(await tree.readText(`sys/${"x".repeat(300)}`)).toBeNull();
  });

  test("tells a device's many attributes from each other, from links and from what is not there", async () => {
    const { root } = hostBesideSecret();
    const device = join(root, "sys/devices/0000:01:00.0");
    mkdirSync(join(device, "power"), { recursive: true });
    mkdirSync(join(root, "sys/bus/pci/drivers/nouveau"), { recursive: true });
    symlinkSync("../../bus/pci/drivers/nouveau", join(device, "driver"));
    for (const name of ["class", "vendor", "device", "power/state"]) writeFileSync(join(device, name), name);
    writeFileSync(join(device, "rom"), "r".repeat(3 * 4096));
    const at = (name: string) => `sys/devices/0000:01:00.0/${name}`;
    const texts = ["class", "vendor", "device", "numa_node", "power/state", "power/nothing", "driver"].map(
      at,
    );
    const links = ["driver", "iommu_group", "class"].map(at);
    const presence = ["rom", "label", "driver/unbind"].map(at);
    const files = await folderTree(root).readMany({ texts, links, presence });
    expect(texts.map((path) => files.text(path))).toEqual([
      "class",
      "vendor",
      "device",
      null,
      "power/state",
      null,
      null,
    ]);
    expect(links.map((path) => files.link(path))).toEqual(["../../bus/pci/drivers/nouveau", null, null]);
    expect(presence.map((path) => files.has(path))).toEqual([true, false, false]);
    expect(await folderTree(root).readText(at("rom"))).toHaveLength(3 * 4096);
  });

  test.each([
    ["an absolute link to a file", (outside: string) => join(outside, "secret")],
    ["a relative link that climbs out", () => "../../outside/secret"],
    [
      "a link that climbs far beyond the root",
      (outside: string) => `${"../".repeat(40)}${outside.slice(1)}/secret`,
    ],
  ])("does not follow %s", async (_, target) => {
    const { root, outside } = hostBesideSecret();
    symlinkSync(target(outside), join(root, "sys/escape"));
    const tree = folderTree(root);
    expect(await tree.readText("sys/escape")).toBeNull();
    expect(await tree.readBytes("sys/escape")).toBeNull();
  });

  test("does not climb out by its argument or through a linked folder", async () => {
    const { root, outside } = hostBesideSecret();
    symlinkSync(outside, join(root, "sys/folder"));
    const tree = folderTree(root);
    expect(await tree.readText("../outside/secret")).toBeNull();
    expect(await tree.readText("sys/folder/secret")).toBeNull();
    expect(await tree.list("sys/folder")).toEqual([]);
    expect(await tree.list("..")).toEqual(await tree.list(""));
  });

  test("takes the root for what an absolute link begins with", async () => {
    const { root } = hostBesideSecret();
    symlinkSync("/sys/vendor", join(root, "sys/bus/absolute"));
    expect(await folderTree(root).readText("sys/bus/absolute")).toBe("0x10de\n");
  });

  test("gives up on links that run in circles", async () => {
    const { root } = hostBesideSecret();
    symlinkSync("b", join(root, "a"));
    symlinkSync("a", join(root, "b"));
    symlinkSync("self/self", join(root, "self"));
    const tree = folderTree(root);
    expect(await tree.readText("a")).toBeNull();
    expect(await tree.readText("self/x")).toBeNull();
    expect(await tree.list("a")).toEqual([]);
    expect(await tree.readLink("a")).toBe("b");
  });

  test("does not wait for a pipe that nobody writes to", async () => {
    const { root } = hostBesideSecret();
    execFileSync("mkfifo", [join(root, "sys/pipe")]);
    expect(await folderTree(root).readText("sys/pipe")).toBe("");
  });

  test("refuses a file that is far too large", async () => {
    const { root } = hostBesideSecret();
    writeFileSync(join(root, "sys/large"), Buffer.alloc(17 * 1024 * 1024));
    await expect(folderTree(root).readText("sys/large")).rejects.toThrow("/sys/large is larger than 16 MiB");
  });

  test("reads what procfs gives no size for", async () => {
    expect(await folderTree("/").readText("proc/self/status")).toContain("Name:");
  });
});

describe("readMany", () => {
  test("answers each path of the batch", async () => {
    const { root } = hostBesideSecret();
    symlinkSync("../vendor", join(root, "sys/bus/link"));
    const files = await folderTree(root).readMany({
      texts: ["sys/vendor", "sys/none"],
      links: ["sys/bus/link"],
      folders: ["sys", "none"],
      presence: ["sys/bus", "sys/none"],
    });
    expect(files.text("sys/vendor")).toBe("0x10de\n");
    expect(files.word("sys/vendor")).toBe("0x10de");
    expect(files.word("sys/none")).toBeNull();
    expect(files.link("sys/bus/link")).toBe("../vendor");
    expect(files.names("sys")).toEqual(["bus", "vendor"]);
    expect(files.names("none")).toEqual([]);
    expect(files.has("sys/bus")).toBe(true);
    expect(files.has("sys/none")).toBe(false);
  });

  test("reads bytes aside, whole and never out of the root", async () => {
    const { root } = hostBesideSecret();
    const config = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 256));
    writeFileSync(join(root, "sys/config"), config);
    symlinkSync("../../../../../../etc/passwd", join(root, "sys/outside"));
    const bytes = ["sys/config", "sys/outside", "sys/none", "sys/bus"];
    const files = await folderTree(root).readMany({ bytes });
    expect(bytes.map((path) => files.bytes(path))).toEqual([config, null, null, null]);
  });

  test("throws for a path that was not asked for", async () => {
    const files = await folderTree(temporaryFolder()).readMany({ texts: ["a"] });
    expect(() => files.text("b")).toThrow("b was not part of the batch");
    expect(() => files.has("a")).toThrow("a was not part of the batch");
  });

  test("lets others run while it reads thousands of files", async () => {
    const { root } = hostBesideSecret();
    const reading = folderTree(root).readMany({
      texts: Array.from({ length: 50_000 }, (_, index) => `sys/${index}`),
    });
    let turns = 0;
    let isDone = false;
    const finished = reading.then(() => {
      isDone = true;
    });
    while (!isDone) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await finished;
    expect(turns).toBeGreaterThan(5);
  });
});

describe("what may not be read", () => {
  test.each(["EACCES", "EPERM"])("is told with the file's name and what to do (%s)", (code) => {
    const read = () => {
      throw Object.assign(new Error("denied"), { code });
    };
    expect(() => ifPresent(read, "/sys/vendor")).toThrow(
      new AppError("forbidden", {
        userMessage: "Passdeck may not read /sys/vendor. Run it as root, or as a user who may.",
      }),
    );
  });

  test("is told apart from a file system that fails", () => {
    const read = () => {
      throw Object.assign(new Error("no memory"), { code: "ENOMEM" });
    };
    expect(() => ifPresent(read, "/sys/vendor")).toThrow("Reading /sys/vendor failed (ENOMEM).");
  });

  test("is what a process left that ended between being found and being read", async () => {
    const child = spawn("sleep", ["1000"]);
    const path = `/proc/${child.pid}/status`;
    const opened = openSync(path, "r");
    const read = () => readSync(opened, Buffer.alloc(5), 0, 5, 0);
    expect(ifPresent(read, path)).toBe(5);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(ifPresent(read, path)).toBeNull();
    closeSync(opened);
  });
});
