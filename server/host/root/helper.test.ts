import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { LocalConfiguration } from "../configuration/local-configuration";
import { localTools } from "../tools";
import { temporaryFolder } from "../tree.test-data";
import { ListedWriter } from "../writer/listed-writer";
import { ProcessWriter } from "../writer/process-writer";
import { HelperConfiguration } from "./helper-configuration";
import { HelperWriter } from "./helper-writer";
import { refuseForeignProgram } from "./own-program";
import { rootEyes } from "./root-eyes";
import { RootHelper } from "./root-helper";
import { type RootWay, rootWayOf } from "./root-way";
import { serveOrders } from "./serve-orders";

const program = await testProgram("server/host/root/testing/helper-main.ts");
let root: string;
let way: RootWay;

beforeEach(() => {
  root = temporaryFolder();
  way = { kind: "program", words: [process.execPath, program, root] };
});

const path = "etc/modprobe.d/vfio.conf";
const device = "sys/bus/pci/devices/0000:01:00.0";

function put(file: string, text: string): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe("a configuration behind a helper", () => {
  test("does what the helper's own does", async () => {
    const helper = new HelperConfiguration(new RootHelper(way));
    expect(await helper.read(path)).toBeNull();
    expect(await helper.missingFolders(path)).toEqual(["etc", "etc/modprobe.d"]);
    await helper.replace({ path, from: null, to: "a ü\r\n", executable: false });
    const kept = await helper.read(path);
    expect([Buffer.from(kept?.bytes ?? []).toString(), kept?.mode]).toEqual(["a ü\r\n", 0o644]);
    await helper.replace({ path, from: "a ü\r\n", to: null, executable: false });
    await helper.removeFolders(path, ["etc", "etc/modprobe.d"]);
    expect(await helper.missingFolders(path)).toEqual(["etc", "etc/modprobe.d"]);
    mkdirSync(join(root, "run"));
    expect(await helper.run(["update-grub"])).toMatchObject({ status: expect.any(Number) });
  });

  test("refuses as it does, in its words", async () => {
    const helper = new HelperConfiguration(new RootHelper(way));
    await expect(helper.read("etc/shadow")).rejects.toMatchObject({ code: "forbidden" });
    await expect(helper.run(["sh", "-c", "id"])).rejects.toMatchObject({
      code: "forbidden",
      userMessage: expect.stringContaining("does not run"),
    });
    const theirs = { path, from: "a", to: "b", executable: false };
    await expect(helper.replace(theirs)).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    ["that is not there", "/nowhere/sudo", "ENOENT"],
    ["that says nothing", "/bin/false", "it ended without an answer"],
  ])("says that a helper can't be used %s", async (_what, absent, why) => {
    const helper = new HelperConfiguration(new RootHelper({ kind: "program", words: [absent] }));
    await expect(helper.read(path)).rejects.toMatchObject({
      code: "forbidden",
      userMessage: expect.stringContaining(why),
    });
  });
});

describe("a writer behind a helper", () => {
  test("writes and reads what is on its list, by one process for many orders at once", async () => {
    put(`${device}/driver_override`, "(null)\n");
    put("sys/bus/pci/drivers_probe", "");
    const writer = new HelperWriter(new RootHelper(way));
    expect(await writer.read(`${device}/driver_override`)).toBe("(null)\n");
    await Promise.all([
      writer.write(`${device}/driver_override`, "vfio-pci"),
      writer.write("sys/bus/pci/drivers_probe", "0000:01:00.0"),
    ]);
    expect(await writer.read(`${device}/driver_override`)).toBe("vfio-pci\n");
  });

  test("tells the kernel's errno, and what it does not do", async () => {
    const writer = new HelperWriter(new RootHelper(way));
    await expect(writer.write(`${device}/driver/unbind`, "0000:01:00.0")).rejects.toMatchObject({
      name: "HostWriteError",
      code: "ENOENT",
    });
    for (const refused of [
      writer.write(`${device}/driver/unbind`, "0000:02:00.0"),
      writer.read("etc/shadow"),
      writer.loadModule("nouveau"),
    ])
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a helper behind a socket serves each connection, and one that goes is told of", async () => {
  const acts = {
    configuration: new LocalConfiguration({ root, tools: localTools() }),
    writer: new ListedWriter(new ProcessWriter({ root })),
    eyes: rootEyes(root),
  };
  const socket = join(root, "root.sock");
  const server = createServer((connection) => void serveOrders(acts, connection, connection));
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const helper = new HelperConfiguration(new RootHelper(rootWayOf(`unix:${socket}`)));
  expect(await helper.read(path)).toBeNull();
  await new Promise((resolve) => server.close(resolve).once("connection", resolve) && resolve(null));
  const late = new HelperConfiguration(new RootHelper(rootWayOf(`unix:${root}/nowhere.sock`)));
  await expect(late.read(path)).rejects.toMatchObject({ userMessage: expect.stringContaining("ENOENT") });
});

test.each([
  ["/usr/local/bin/passdeck", "sudo -n /usr/local/bin/passdeck root-helper"],
  ["pkexec:/opt/passdeck", "pkexec --disable-internal-agent /opt/passdeck root-helper"],
])("%s is started as %s", (setting, words) => {
  expect(rootWayOf(setting)).toEqual({ kind: "program", words: words.split(" ") });
});

test("a program that others can change is not run as root", () => {
  const own = join(root, "helper.mjs");
  writeFileSync(own, "");
  chmodSync(own, 0o666);
  expect(() => refuseForeignProgram([own])).toThrow("is not root’s alone");
  expect(() => refuseForeignProgram(["/bin/sh"])).not.toThrow();
});
