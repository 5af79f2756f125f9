import { once } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection } from "../../../libvirt/connection";
import { unixDialer } from "../../../libvirt/dial/unix";
import { errorNumber } from "../../../libvirt/protocol/constants.gen";
import { dom } from "../../../libvirt/testing/rig";
import { ScriptedDaemon } from "../../../libvirt/testing/scripted-daemon";
import { LibvirtFront } from "./libvirt-front";
import { recordedBoot } from "./recorded-boot";
import { playRecording } from "./recorded-console";

let daemon: ScriptedDaemon;
let front: LibvirtFront;
let connection: Connection;
const guest = {
  name: "box",
  vcpus: 2,
  memoryMebibytes: 2048,
  firmware: "OVMF",
  cards: [{ id: "10de:13c2", class: "030000", driver: "nouveau" }],
} as const;

beforeEach(async () => {
  daemon = await ScriptedDaemon.start({
    connect_get_hostname: (call) => daemon.reply(call, (writer) => writer.string("the real one", 64)),
    connect_get_lib_version: (call) => daemon.reply(call, (writer) => writer.unsignedHyper(9_000_000n)),
    domain_create: (call) => daemon.reply(call),
  });
  front = new LibvirtFront(unixDialer(daemon.path), {
    connect_get_hostname: ({ reply }) => reply((writer) => writer.string("made-up", 64)),
    domain_create: ({ refuse }) => refuse(errorNumber.CONFIG_UNSUPPORTED, "no cards"),
    domain_open_console: ({ stream }) =>
      stream((send) =>
        playRecording({ lines: recordedBoot(guest), startedAt: performance.now() - 60_000 }, send),
      ),
  });
  connection = await Connection.open(front, "test:///default");
  return async () => {
    await connection.close();
    await daemon.stop();
  };
});

afterEach(() => vi.useRealTimers());

test("answers what it is for, and lets the daemon answer all else", async () => {
  expect(await connection.call("connect_get_hostname")).toEqual({ hostname: "made-up" });
  expect(await connection.call("connect_get_lib_version")).toEqual({ lib_ver: 9_000_000n });
  expect(daemon.count("connect_get_hostname")).toBe(0);
  await expect(connection.call("domain_create", { dom })).rejects.toMatchObject({
    code: errorNumber.CONFIG_UNSUPPORTED,
    message: "no cards",
  });
});

test("plays a recorded start with the card's driver, and echoes what is typed", async () => {
  const console = await connection.openStream("domain_open_console", { dom, dev_name: null, flags: 0 });
  let text = "";
  console.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  await vi.waitFor(() => expect(text).toMatch(/box login: $/));
  expect(text).toContain("nouveau 0000:05:00.0: NVIDIA GM204");
  console.write("root\r");
  await vi.waitFor(() => expect(text).toContain("nobody can sign in here"));
  console.destroy();
  await once(console, "close");
  expect(await connection.call("connect_get_hostname")).toEqual({ hostname: "made-up" });
});

test("is away while the host restarts, and tells who waits that it is back", async () => {
  front.leave();
  expect(await connection.closed).not.toBeNull();
  await expect(Connection.open(front, "test:///default")).rejects.toMatchObject({ kind: "refused" });
  const redial = front.asHostLibvirt("test:///default").watchForRedial();
  const waiting = redial.wait(9, new AbortController().signal);
  front.comeBack();
  expect(await waiting).toBe(true);
  await (await Connection.open(front, "test:///default")).close();
});
