import { expect, test } from "vitest";
import { need } from "./ability";
import { capturedHost, withRecordedFiles } from "./captured-host";
import { localHost } from "./local-host";
import { temporaryFolder } from "./tree.test-data";

const caller = { localAddress: "192.0.2.1", remoteAddress: "192.0.2.2" };

test("a captured host can be read, and says of all else why it can't be done", async () => {
  const folder = temporaryFolder();
  const host = capturedHost("captured", folder);
  expect(need(host.files).name).toBe(folder);
  for (const ability of [host.writer, host.tools, host.schemas, host.sockets, host.qemuFiles]) {
    expect(() => need<unknown>(ability)).toThrow(`${folder} is a record`);
  }
  await expect(host.libvirt.dial()).rejects.toThrow(`${folder} is a record`);
  expect(host.managementConnection(caller)).toBeNull();
});

test("a record beside this machine's libvirt leaves this machine's hardware alone", () => {
  const machine = localHost({ id: "local", libvirtUri: "test:///default", qemuFolder: "/roms" });
  const host = withRecordedFiles(machine, temporaryFolder(), "It is a record.");
  expect(host.unchangeable).toBe("It is a record.");
  for (const ability of [host.writer, host.tools])
    expect(() => need<unknown>(ability)).toThrow("It is a record.");
  expect(need(host.qemuFiles).pathOf("a.rom")).toBe("/roms/a.rom");
});
