import { afterEach, describe, expect, test } from "vitest";
import { answerState, dom, ignore, lifecycleEvent, Rig } from "./testing/rig";
import { frameStatus, frameType, maximumFrameLength } from "./wire/frame";

const rig = new Rig();

afterEach(() => rig.clear());

describe("what a daemon may do wrong", () => {
  test("an answer that cannot be read rejects its call, and ends the connection and all other calls", async () => {
    await rig.connect({
      domain_get_state: (call) => rig.daemon.reply(call, (writer) => writer.int(1)),
      connect_get_hostname: ignore,
    });
    const other = rig.connection.call("connect_get_hostname");
    const broken = rig.connection.call("domain_get_state", { dom, flags: 0 });
    await expect(broken).rejects.toMatchObject({ name: "ConnectionError", kind: "protocol" });
    await expect(broken).rejects.toThrow("domain_get_state");
    await expect(other).rejects.toMatchObject({ name: "ConnectionError", kind: "protocol" });
    await expect(rig.connection.closed).resolves.toMatchObject({ kind: "protocol" });
    await expect(rig.connection.call("connect_get_hostname")).rejects.toMatchObject({ kind: "protocol" });
  });

  test.each([
    ["a length over the cap", () => rig.daemon.sendRaw(word(maximumFrameLength + 1))],
    [
      "a reply to no call",
      () => rig.daemon.send({ ...lifecycleEvent, type: frameType.REPLY, serial: 77 }, ignore),
    ],
    ["a message of an unknown type", () => rig.daemon.send({ ...lifecycleEvent, type: 9 }, ignore)],
    ["a reply of an unknown status", () => rig.daemon.send({ ...lastHostname(), status: 7 }, ignore)],
    [
      "an error that cannot be read",
      () => rig.daemon.send({ ...lastHostname(), status: frameStatus.ERROR }, ignore),
    ],
    [
      "an end in the middle of a message",
      () => {
        rig.daemon.sendRaw(word(100));
        rig.daemon.hangUp();
      },
      "closed",
    ],
  ])("%s ends the connection", async (_, misbehave, kind = "protocol") => {
    await rig.connect({ connect_get_hostname: ignore });
    const pending = rig.connection.call("connect_get_hostname");
    await rig.until(() => rig.daemon.count("connect_get_hostname") === 1);
    misbehave();
    await expect(pending).rejects.toMatchObject({ name: "ConnectionError", kind });
    await expect(rig.connection.closed).resolves.toMatchObject({ kind });
  });

  test("an event that cannot be read ends the connection where somebody listens", async () => {
    await rig.connect({});
    rig.connection.on("domain_event_callback_lifecycle", ignore);
    rig.daemon.send(lifecycleEvent, (writer) => writer.int(1));
    await expect(rig.connection.closed).resolves.toMatchObject({ kind: "protocol" });
  });

  test("events that nobody listens to, or that are newer than this client, are ignored", async () => {
    await rig.connect({ domain_get_state: answerState });
    rig.connection.on("domain_event_callback_lifecycle", ignore)();
    rig.daemon.send(lifecycleEvent, (writer) => writer.int(1));
    rig.daemon.send({ ...lifecycleEvent, procedure: 9999 }, ignore);
    rig.daemon.send({ ...lifecycleEvent, program: 0x20008099 }, ignore);
    await expect(rig.connection.call("domain_get_state", { dom, flags: 0 })).resolves.toEqual({
      state: 1,
      reason: 0,
    });
  });
});

function lastHostname() {
  const { program, procedure, serial } = rig.daemon.lastCall("connect_get_hostname");
  return { program, procedure, serial, type: frameType.REPLY };
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

describe("signing in", () => {
  test.each([
    ["SASL", [1], /SASL/],
    ["a refusing polkit", [2], /polkit refuses this user: no agent/],
  ])("%s is an error that says so", async (_, types, words) => {
    await rig.start({
      auth_list: (call) =>
        rig.daemon.reply(call, (writer) => {
          writer.count(types.length, 20);
          for (const type of types) writer.int(type);
        }),
      auth_polkit: (call) => rig.daemon.refuse(call, 45, "no agent"),
    });
    const opening = rig.open();
    await expect(opening).rejects.toMatchObject({ name: "ConnectionError", kind: "permission" });
    await expect(opening).rejects.toThrow(words);
  });

  test("a daemon that does not answer is a time-out", async () => {
    await rig.start({ auth_list: ignore });
    const opening = rig.open({ timeoutMs: 30 });
    await expect(opening).rejects.toMatchObject({ name: "ConnectionError", kind: "timeout" });
  });

  test("asks the daemon for pings only where told to, and answers them", async () => {
    await rig.connect({
      connect_supports_feature: (call) => rig.daemon.reply(call, (writer) => writer.int(1)),
    });
    expect(rig.daemon.count("connect_supports_feature")).toBe(0);
    await rig.connection.close();
    await rig.open({ daemonPings: true });
    expect(rig.daemon.count("connect_supports_feature")).toBe(1);
    rig.daemon.ping();
    await rig.until(() =>
      rig.daemon.received.some(({ program, procedure }) => program === 0x6b656570 && procedure === 2),
    );
  });
});
