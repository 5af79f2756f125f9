import { afterEach, describe, expect, test } from "vitest";
import { answerState, dom, ignore, never, Rig, runningState } from "./testing/rig";
import type { Frame } from "./wire/frame";

const rig = new Rig();

afterEach(() => rig.clear());

describe("calls", () => {
  test("are at most four at a time, in the order in which they were made", async () => {
    const waiting: Frame[] = [];
    await rig.connect({ domain_get_state: (call) => waiting.push(call) });
    const calls = Array.from({ length: 100 }, () =>
      rig.connection.call("domain_get_state", { dom, flags: 0 }),
    );
    const serials: number[] = [];
    while (serials.length < 100) {
      await rig.until(() => waiting.length === Math.min(4, 100 - serials.length));
      const call = waiting.shift();
      if (call === undefined) break;
      serials.push(call.serial);
      rig.daemon.reply(call, runningState);
    }
    await Promise.all(calls);
    expect(serials).toEqual([...serials].sort((left, right) => left - right));
  });

  test("that timed out keep their place until libvirt answers, and the late answer is dropped", async () => {
    await rig.connect({ domain_get_xml_desc: ignore, domain_get_state: answerState });
    const hung = Array.from({ length: 4 }, () =>
      rig.connection.call("domain_get_xml_desc", { dom, flags: 0 }, { timeoutMs: 20 }),
    );
    const queued = rig.connection.call("domain_get_state", { dom, flags: 0 }, never);
    for (const call of hung) await expect(call).rejects.toMatchObject({ kind: "timeout" });
    expect(rig.daemon.count("domain_get_state")).toBe(0);
    rig.daemon.reply(rig.daemon.lastCall("domain_get_xml_desc"), (writer) => writer.string("<domain/>", 100));
    await expect(queued).resolves.toEqual({ state: 1, reason: 0 });
  });

  test("that timed out or were given up while they waited for a turn are never sent", async () => {
    await rig.connect({ domain_get_xml_desc: ignore, domain_get_state: answerState });
    const hung = Array.from({ length: 4 }, () =>
      rig.connection.call("domain_get_xml_desc", { dom, flags: 0 }, never),
    );
    const abort = new AbortController();
    const late = rig.connection.call("connect_get_hostname", undefined, { timeoutMs: 10 });
    const aborted = rig.connection.call("connect_get_hostname", undefined, {
      ...never,
      signal: abort.signal,
    });
    abort.abort("enough");
    await expect(aborted).rejects.toMatchObject({ kind: "aborted", cause: "enough" });
    await expect(late).rejects.toMatchObject({ kind: "timeout" });
    rig.daemon.reply(rig.daemon.lastCall("domain_get_xml_desc"), (writer) => writer.string("<domain/>", 100));
    await rig.connection.call("domain_get_state", { dom, flags: 0 });
    expect(rig.daemon.count("connect_get_hostname")).toBe(0);
    await rig.connection.close();
    for (const { status } of (await Promise.allSettled(hung)).slice(0, 3)) expect(status).toBe("rejected");
  });

  test("with a signal that was given before are not made", async () => {
    await rig.connect({});
    const signal = AbortSignal.abort();
    await expect(rig.connection.call("connect_get_hostname", undefined, { signal })).rejects.toMatchObject({
      kind: "aborted",
    });
    expect(rig.daemon.count("connect_get_hostname")).toBe(0);
  });

  test("whose arguments break a bound are refused alone", async () => {
    await rig.connect({ domain_get_state: answerState });
    const wrong = { ...dom, uuid: new Uint8Array(15) };
    await expect(rig.connection.call("domain_get_state", { dom: wrong, flags: 0 })).rejects.toMatchObject({
      name: "XdrError",
    });
    await expect(rig.connection.call("domain_get_state", { dom, flags: 0 })).resolves.toEqual({
      state: 1,
      reason: 0,
    });
  });

  test("without an answer are rejected when the connection is closed", async () => {
    await rig.connect({ connect_get_hostname: ignore });
    const calls = Array.from({ length: 10 }, () => rig.connection.call("connect_get_hostname"));
    await rig.connection.close();
    for (const call of calls)
      await expect(call).rejects.toMatchObject({ name: "ConnectionError", kind: "closed" });
    await expect(rig.connection.closed).resolves.toBeNull();
  });
});
