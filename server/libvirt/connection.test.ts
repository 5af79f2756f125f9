import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { Connection, type ConnectionOptions } from "./connection";
import { unixDialer } from "./dial/unix";
import { type Script, ScriptedDaemon } from "./testing/scripted-daemon";
import { type Frame, frameStatus, frameType, maximumFrameLength } from "./wire/frame";

const dom = { name: "vm", uuid: new Uint8Array(16), id: -1 };
const never = { timeoutMs: 0 };

let daemon: ScriptedDaemon;
let connection: Connection;

async function connect(script: Script, options: ConnectionOptions = {}): Promise<void> {
  daemon = await ScriptedDaemon.start(script);
  connection = await Connection.open(unixDialer(daemon.path), "test:///default", options);
}

/** Waits until `condition` holds, as long as messages come. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

const ignore = () => undefined;
const answerState = (call: Frame, { reply }: { reply: ScriptedDaemon["reply"] }) =>
  reply.call(daemon, call, state);
const state = (writer: Parameters<Parameters<ScriptedDaemon["send"]>[1]>[0]) => {
  writer.int(1);
  writer.int(0);
};

afterEach(async () => {
  await connection?.close();
  await daemon.stop();
});

describe("what a daemon may do wrong", () => {
  it("an answer that cannot be read rejects its call, and ends the connection and all other calls", async () => {
    await connect({
      domain_get_state: (call) => daemon.reply(call, (writer) => writer.int(1)),
      connect_get_hostname: ignore,
    });
    const other = connection.call("connect_get_hostname");
    const broken = connection.call("domain_get_state", { dom, flags: 0 });
    await expect(broken).rejects.toMatchObject({ name: "ConnectionError", kind: "protocol" });
    await expect(broken).rejects.toThrow("domain_get_state");
    await expect(other).rejects.toMatchObject({ name: "ConnectionError", kind: "protocol" });
    await expect(connection.closed).resolves.toMatchObject({ kind: "protocol" });
    await expect(connection.call("connect_get_hostname")).rejects.toMatchObject({ kind: "protocol" });
  });

  it.each([
    ["a length over the cap", () => daemon.sendRaw(word(maximumFrameLength + 1))],
    ["a reply to no call", () => daemon.send({ ...anEvent, type: frameType.REPLY, serial: 77 }, ignore)],
    ["a message of an unknown type", () => daemon.send({ ...anEvent, type: 9 }, ignore)],
    ["a reply of an unknown status", () => daemon.send({ ...lastHostname(), status: 7 }, ignore)],
    [
      "an error that cannot be read",
      () => daemon.send({ ...lastHostname(), status: frameStatus.ERROR }, ignore),
    ],
    [
      "an end in the middle of a message",
      () => {
        daemon.sendRaw(word(100));
        daemon.hangUp();
      },
      "closed",
    ],
  ])("%s ends the connection", async (_, misbehave, kind = "protocol") => {
    await connect({ connect_get_hostname: ignore });
    const pending = connection.call("connect_get_hostname");
    await until(() => daemon.count("connect_get_hostname") === 1);
    misbehave();
    await expect(pending).rejects.toMatchObject({ name: "ConnectionError", kind });
    await expect(connection.closed).resolves.toMatchObject({ kind });
  });

  it("an event that cannot be read ends the connection where somebody listens", async () => {
    await connect({});
    connection.on("domain_event_callback_lifecycle", ignore);
    daemon.send(anEvent, (writer) => writer.int(1));
    await expect(connection.closed).resolves.toMatchObject({ kind: "protocol" });
  });

  it("events that nobody listens to, or that are newer than this client, are ignored", async () => {
    await connect({ domain_get_state: answerState });
    connection.on("domain_event_callback_lifecycle", ignore)();
    daemon.send(anEvent, (writer) => writer.int(1));
    daemon.send({ ...anEvent, procedure: 9999 }, ignore);
    daemon.send({ ...anEvent, program: 0x20008099 }, ignore);
    await expect(connection.call("domain_get_state", { dom, flags: 0 })).resolves.toEqual({
      state: 1,
      reason: 0,
    });
  });
});

const anEvent = {
  program: 0x20008086,
  procedure: 318,
  type: frameType.MESSAGE,
  serial: 0,
  status: frameStatus.OK,
};

function lastHostname() {
  const { program, procedure, serial } = daemon.lastCall("connect_get_hostname");
  return { program, procedure, serial, type: frameType.REPLY };
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

describe("signing in", () => {
  it.each([
    ["SASL", [1], /SASL/],
    ["a refusing polkit", [2], /polkit refuses this user: no agent/],
  ])("%s is an error that says so", async (_, types, words) => {
    daemon = await ScriptedDaemon.start({
      auth_list: (call) =>
        daemon.reply(call, (writer) => {
          writer.count(types.length, 20);
          for (const type of types) writer.int(type);
        }),
      auth_polkit: (call) => daemon.refuse(call, 45, "no agent"),
    });
    const opening = Connection.open(unixDialer(daemon.path), "qemu:///system");
    await expect(opening).rejects.toMatchObject({ name: "ConnectionError", kind: "permission" });
    await expect(opening).rejects.toThrow(words);
  });

  it("a daemon that does not answer is a time-out", async () => {
    daemon = await ScriptedDaemon.start({ auth_list: ignore });
    const opening = Connection.open(unixDialer(daemon.path), "qemu:///system", { timeoutMs: 30 });
    await expect(opening).rejects.toMatchObject({ name: "ConnectionError", kind: "timeout" });
  });

  it("asks the daemon for pings only where told to, and answers them", async () => {
    await connect({ connect_supports_feature: (call) => daemon.reply(call, (writer) => writer.int(1)) });
    expect(daemon.count("connect_supports_feature")).toBe(0);
    await connection.close();
    connection = await Connection.open(unixDialer(daemon.path), "test:///default", { daemonPings: true });
    expect(daemon.count("connect_supports_feature")).toBe(1);
    daemon.ping();
    await until(() =>
      daemon.received.some(({ program, procedure }) => program === 0x6b656570 && procedure === 2),
    );
  });
});

describe("calls", () => {
  it("are at most four at a time, in the order in which they were made", async () => {
    const waiting: Frame[] = [];
    await connect({ domain_get_state: (call) => waiting.push(call) });
    const calls = Array.from({ length: 100 }, () => connection.call("domain_get_state", { dom, flags: 0 }));
    const serials: number[] = [];
    while (serials.length < 100) {
      await until(() => waiting.length === Math.min(4, 100 - serials.length));
      const call = waiting.shift();
      if (call === undefined) break;
      serials.push(call.serial);
      daemon.reply(call, state);
    }
    await Promise.all(calls);
    expect(serials).toEqual([...serials].sort((left, right) => left - right));
  });

  it("that timed out keep their place until libvirt answers, and the late answer is dropped", async () => {
    await connect({ domain_get_xml_desc: ignore, domain_get_state: answerState });
    const hung = Array.from({ length: 4 }, () =>
      connection.call("domain_get_xml_desc", { dom, flags: 0 }, { timeoutMs: 20 }),
    );
    const queued = connection.call("domain_get_state", { dom, flags: 0 }, never);
    for (const call of hung) await expect(call).rejects.toMatchObject({ kind: "timeout" });
    expect(daemon.count("domain_get_state")).toBe(0);
    daemon.reply(daemon.lastCall("domain_get_xml_desc"), (writer) => writer.string("<domain/>", 100));
    await expect(queued).resolves.toEqual({ state: 1, reason: 0 });
  });

  it("that timed out or were given up while they waited for a turn are never sent", async () => {
    await connect({ domain_get_xml_desc: ignore, domain_get_state: answerState });
    const hung = Array.from({ length: 4 }, () =>
      connection.call("domain_get_xml_desc", { dom, flags: 0 }, never),
    );
    const abort = new AbortController();
    const late = connection.call("connect_get_hostname", undefined, { timeoutMs: 10 });
    const aborted = connection.call("connect_get_hostname", undefined, { ...never, signal: abort.signal });
    abort.abort("enough");
    await expect(aborted).rejects.toMatchObject({ kind: "aborted", cause: "enough" });
    await expect(late).rejects.toMatchObject({ kind: "timeout" });
    daemon.reply(daemon.lastCall("domain_get_xml_desc"), (writer) => writer.string("<domain/>", 100));
    await connection.call("domain_get_state", { dom, flags: 0 });
    expect(daemon.count("connect_get_hostname")).toBe(0);
    await connection.close();
    for (const { status } of (await Promise.allSettled(hung)).slice(0, 3)) expect(status).toBe("rejected");
  });

  it("with a signal that was given before are not made", async () => {
    await connect({});
    const signal = AbortSignal.abort();
    await expect(connection.call("connect_get_hostname", undefined, { signal })).rejects.toMatchObject({
      kind: "aborted",
    });
    expect(daemon.count("connect_get_hostname")).toBe(0);
  });

  it("whose arguments break a bound are refused alone", async () => {
    await connect({ domain_get_state: answerState });
    const wrong = { ...dom, uuid: new Uint8Array(15) };
    await expect(connection.call("domain_get_state", { dom: wrong, flags: 0 })).rejects.toMatchObject({
      name: "XdrError",
    });
    await expect(connection.call("domain_get_state", { dom, flags: 0 })).resolves.toEqual({
      state: 1,
      reason: 0,
    });
  });

  it("without an answer are rejected when the connection is closed", async () => {
    await connect({ connect_get_hostname: ignore });
    const calls = Array.from({ length: 10 }, () => connection.call("connect_get_hostname"));
    await connection.close();
    for (const call of calls)
      await expect(call).rejects.toMatchObject({ name: "ConnectionError", kind: "closed" });
    await expect(connection.closed).resolves.toBeNull();
  });
});

describe("streams", () => {
  const consoleOf = () =>
    connection.openStream("domain_open_console", { dom, dev_name: null, flags: 0 }, { timeoutMs: 20 });
  const openAtOnce = { domain_open_console: (call: Frame) => daemon.reply(call) };

  it("that libvirt opens after their caller gave up are aborted", async () => {
    await connect({ domain_open_console: ignore });
    await expect(consoleOf()).rejects.toMatchObject({ kind: "timeout" });
    const call = daemon.lastCall("domain_open_console");
    daemon.reply(call);
    await until(() => daemon.received.some(({ type }) => type === frameType.STREAM));
    expect(daemon.received.at(-1)).toMatchObject({ serial: call.serial, status: frameStatus.ERROR });
  });

  it("take what comes right behind the answer", async () => {
    await connect({
      domain_open_console: (call) => {
        daemon.reply(call);
        daemon.sendStream(call, frameStatus.CONTINUE, Buffer.from("boot"));
      },
    });
    const [text] = await once(await consoleOf(), "data");
    expect(String(text)).toBe("boot");
  });

  it("end with libvirt's error, which does not harm the connection", async () => {
    await connect({ ...openAtOnce, domain_get_state: answerState });
    const stream = await consoleOf();
    const failed = once(stream, "error");
    const error = Buffer.from(
      "0000002600000000000000000000000200000000000000000000000000000000000000000000000000000000",
      "hex",
    );
    daemon.sendStream(daemon.lastCall("domain_open_console"), frameStatus.ERROR, error);
    expect((await failed)[0]).toMatchObject({
      name: "LibvirtError",
      code: 38,
      procedure: "domain_open_console",
    });
    await expect(connection.call("domain_get_state", { dom, flags: 0 })).resolves.toBeDefined();
    expect(daemon.received.some(({ type }) => type === frameType.STREAM)).toBe(false);
  });

  it("with holes, which nobody asked for, are refused", async () => {
    await connect(openAtOnce);
    const stream = await consoleOf();
    const failed = once(stream, "error");
    const { program, procedure, serial } = daemon.lastCall("domain_open_console");
    daemon.send(
      { program, procedure, serial, type: frameType.STREAM_HOLE, status: frameStatus.CONTINUE },
      (writer) => {
        writer.hyper(4096n);
        writer.unsignedInt(0);
      },
    );
    expect((await failed)[0]).toMatchObject({ name: "ConnectionError", kind: "unsupported" });
  });

  it("hold back a daemon that sends faster than they are read, and take it up again", async () => {
    await connect(openAtOnce);
    const stream = await consoleOf();
    const call = daemon.lastCall("domain_open_console");
    const sent = 64 << 20;
    for (let part = 0; part < 256; part += 1)
      daemon.sendStream(call, frameStatus.CONTINUE, Buffer.alloc(1 << 18));
    await once(stream, "readable");
    // What was sent is 64 MiB; what is here is a buffer's worth, however long nobody reads.
    await until(() => stream.readableLength >= stream.readableHighWaterMark);
    expect(stream.readableLength).toBeLessThan(2 << 20);
    let read = 0;
    for await (const piece of stream) {
      read += piece.length;
      if (read === sent) break;
    }
    expect(read).toBe(sent);
  });

  it("are destroyed with the connection, with an error unless it was closed here", async () => {
    await connect(openAtOnce);
    const stream = await consoleOf();
    await connection.close();
    expect([stream.destroyed, stream.errored]).toEqual([true, null]);
    connection = await Connection.open(unixDialer(daemon.path), "test:///default");
    const lost = once(await consoleOf(), "error");
    daemon.hangUp();
    expect((await lost)[0]).toMatchObject({ name: "ConnectionError", kind: "closed" });
  });
});
