import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { answerState, dom, ignore, Rig } from "./testing/rig";
import { type Frame, frameStatus, frameType } from "./wire/frame";

const rig = new Rig();
/** A virNetMessageError: code 38 (VIR_ERR_SYSTEM_ERROR) and nothing else. */
const systemError = Buffer.from(
  "0000002600000000000000000000000200000000000000000000000000000000000000000000000000000000",
  "hex",
);

afterEach(() => rig.clear());

describe("streams", () => {
  const consoleOf = (options: { timeoutMs?: number } = {}) =>
    rig.connection.openStream("domain_open_console", { dom, dev_name: null, flags: 0 }, options);
  const openAtOnce = { domain_open_console: (call: Frame) => rig.daemon.reply(call) };

  test("that libvirt opens after their caller gave up are aborted", async () => {
    await rig.connect({ domain_open_console: ignore });
    await expect(consoleOf({ timeoutMs: 20 })).rejects.toMatchObject({ kind: "timeout" });
    const call = rig.daemon.lastCall("domain_open_console");
    rig.daemon.reply(call);
    await rig.until(() => rig.daemon.received.some(({ type }) => type === frameType.STREAM));
    expect(rig.daemon.received.at(-1)).toMatchObject({ serial: call.serial, status: frameStatus.ERROR });
  });

  test("take what comes right behind the answer", async () => {
    await rig.connect({
      domain_open_console: (call) => {
        rig.daemon.reply(call);
        rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.from("boot"));
      },
    });
    const [text] = await once(await consoleOf(), "data");
    expect(String(text)).toBe("boot");
  });

  test("take what comes before the answer, its end included", async () => {
    await rig.connect({
      domain_open_console: (call) => {
        rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.from("boot"));
        rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.alloc(0));
        rig.daemon.reply(call);
      },
    });
    expect(String(Buffer.concat(await (await consoleOf()).toArray()))).toBe("boot");
  });

  test("that end while they are held back for their reader let the connection go on", async () => {
    await rig.connect({
      domain_open_console: (call) => {
        rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.alloc(512 * 1024));
        rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.alloc(0));
        rig.daemon.reply(call);
      },
      domain_get_state: answerState,
    });
    const stream = await consoleOf();
    await once(stream.resume(), "end");
    await rig.connection.call("domain_get_state", { dom, flags: 0 });
  });

  test("that fail in the read that opened them harm nobody before their caller listens", async () => {
    await rig.connect({
      domain_open_console: (call) => {
        rig.daemon.reply(call);
        rig.daemon.sendStream(call, frameStatus.ERROR, systemError);
      },
    });
    const stream = await consoleOf();
    if (!stream.closed) await once(stream, "close");
    expect(stream.errored).toMatchObject({ name: "LibvirtError", code: 38 });
  });

  test("end with libvirt's error, which does not harm the connection", async () => {
    await rig.connect({ ...openAtOnce, domain_get_state: answerState });
    const stream = await consoleOf();
    const failed = once(stream, "error");
    rig.daemon.sendStream(rig.daemon.lastCall("domain_open_console"), frameStatus.ERROR, systemError);
    expect((await failed)[0]).toMatchObject({
      name: "LibvirtError",
      code: 38,
      procedure: "domain_open_console",
    });
    await expect(rig.connection.call("domain_get_state", { dom, flags: 0 })).resolves.toBeDefined();
    expect(rig.daemon.received.some(({ type }) => type === frameType.STREAM)).toBe(false);
  });

  test("with holes, which nobody asked for, are refused", async () => {
    await rig.connect(openAtOnce);
    const stream = await consoleOf();
    const failed = once(stream, "error");
    const { program, procedure, serial } = rig.daemon.lastCall("domain_open_console");
    rig.daemon.send(
      { program, procedure, serial, type: frameType.STREAM_HOLE, status: frameStatus.CONTINUE },
      (writer) => {
        writer.hyper(4096n);
        writer.unsignedInt(0);
      },
    );
    expect((await failed)[0]).toMatchObject({ name: "ConnectionError", kind: "unsupported" });
  });

  test("hold back a daemon that sends faster than they are read, and take it up again", async () => {
    await rig.connect(openAtOnce);
    const stream = await consoleOf();
    const call = rig.daemon.lastCall("domain_open_console");
    const sent = 64 << 20;
    for (let part = 0; part < 256; part += 1)
      rig.daemon.sendStream(call, frameStatus.CONTINUE, Buffer.alloc(1 << 18));
    await once(stream, "readable");
    // What was sent is 64 MiB; what is here is a buffer's worth, however long nobody reads.
    await rig.until(() => stream.readableLength >= stream.readableHighWaterMark);
    expect(stream.readableLength).toBeLessThan(2 << 20);
    let read = 0;
    for await (const piece of stream) {
      read += piece.length;
      if (read === sent) break;
    }
    expect(read).toBe(sent);
  });

  test("are destroyed with the connection, with an error unless it was closed here", async () => {
    await rig.connect(openAtOnce);
    const stream = await consoleOf();
    await rig.connection.close();
    expect([stream.destroyed, stream.errored]).toEqual([true, null]);
    await rig.open();
    const lost = once(await consoleOf(), "error");
    rig.daemon.hangUp();
    expect((await lost)[0]).toMatchObject({ name: "ConnectionError", kind: "closed" });
  });
});
