import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../libvirt/connection";
import { answerState, dom, ignore, never, Rig } from "../../libvirt/testing/rig";
import type { Frame } from "../../libvirt/wire/frame";
import { ConnectionPool } from "./connection-pool";

const rig = new Rig();
let pool: ConnectionPool;

const state = (connection: Connection) => connection.call("domain_get_state", { dom, flags: 0 }, never);
/** A call that libvirt never answers. */
const hang = (connection: Connection, options = never) =>
  connection.call("domain_get_xml_desc", { dom, flags: 0 }, options);
const newPool = (settings: ConstructorParameters<typeof ConnectionPool>[1] = {}) =>
  new ConnectionPool(() => rig.open(), settings);

/** Work that goes on until it is ended, and waits until it has begun. */
async function begun(how: "share" | "own"): Promise<{ connection: Connection; end(): Promise<void> }> {
  let end = () => {};
  let done: Promise<void> = Promise.resolve();
  const connection = await new Promise<Connection>((resolve) => {
    done = pool[how](async (given) => {
      resolve(given);
      await new Promise<void>((finish) => (end = finish));
    });
  });
  return {
    connection,
    end: () => {
      end();
      return done;
    },
  };
}

beforeEach(async () => {
  await rig.start({
    domain_get_state: answerState,
    domain_get_xml_desc: ignore,
    domain_suspend: (call, daemon) => daemon.refuse(call, 55, "no"),
  });
  pool = newPool();
});

afterEach(async () => {
  await pool.close();
  await rig.clear();
});

describe("questions to guest agents", () => {
  const question = () => pool.agents.call("domain_suspend", { dom }, never);

  test("of guests that hang keep nothing but other questions waiting, and each that ends lets the next one go", async () => {
    const asked: Frame[] = [];
    await rig.clear();
    await rig.start({ domain_get_state: answerState, domain_suspend: (call) => void asked.push(call) });
    pool = newPool({ questions: 2 });
    const [first, ...others] = [question(), question(), question()];
    await rig.until(() => asked.length === 2);
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => pool.share(state)));
    expect(asked).toHaveLength(2);
    const [call] = asked;
    if (call !== undefined) rig.daemon.refuse(call, 86, "the guest agent is not responding");
    await expect(first).rejects.toThrow(/not responding/);
    await rig.until(() => asked.length === 3);
    await pool.close();
    await Promise.allSettled(others);
  });

  test("whose turn does not come say so", async () => {
    await rig.clear();
    await rig.start({ domain_suspend: ignore });
    pool = newPool({ questions: 1, patienceMs: 5 });
    const first = question();
    await expect(question()).rejects.toMatchObject({
      code: "timed-out",
      userMessage: expect.stringContaining("1 questions to guest agents of this host are under way"),
    });
    await pool.close();
    await first.catch(() => undefined);
  });
});

describe("short work", () => {
  test("shares a connection, at the same time and one after the other", async () => {
    await Promise.all([pool.share(state), pool.share(state), pool.share(state)]);
    await pool.share(state);
    expect(rig.daemon.connections).toBe(1);
  });

  test("gets another connection where as many share one as it has calls at a time", async () => {
    const works = await Promise.all([1, 2, 3, 4, 5].map(() => begun("share")));
    expect(rig.daemon.connections).toBe(2);
    for (const { end } of works) await end();
  });

  test("is not given a connection whose call hangs", async () => {
    pool = newPool({ stalledMs: -1 });
    const hung = pool.share((connection) => hang(connection));
    hung.catch(ignore);
    await rig.until(() => rig.daemon.count("domain_get_xml_desc") === 1);
    await pool.share(state);
    expect(rig.daemon.connections).toBe(2);
  });

  test("leaves no connection behind on which libvirt still owes an answer", async () => {
    const given = pool.share((connection) => hang(connection, { timeoutMs: 1 }));
    await expect(given).rejects.toMatchObject({ kind: "timeout" });
    await rig.until(() => rig.daemon.open === 0);
  });

  test("waits for its turn beyond the bound, and is told where none comes", async () => {
    pool = newPool({ short: 1, patienceMs: 1 });
    const first = await begun("share");
    await expect(pool.share(state)).rejects.toMatchObject({
      code: "timed-out",
      userMessage: expect.stringContaining("1 requests of this host are under way"),
    });
    const patient = newPool({ short: 1 });
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((number) => patient.share(async () => void order.push(number))));
    expect(order).toEqual([1, 2, 3]);
    await first.end();
    await patient.close();
  });
});

describe("long work", () => {
  test("has a connection to itself, which the next takes over", async () => {
    const long = await begun("own");
    await pool.share(state);
    expect(rig.daemon.connections).toBe(2);
    await long.end();
    await Promise.all([pool.own(state), pool.own(state), pool.share(state)]);
    expect(rig.daemon.connections).toBe(3);
  });

  test("that libvirt refused leaves its connection to others; one that broke off does not", async () => {
    await expect(pool.own((connection) => connection.call("domain_suspend", { dom }))).rejects.toThrow("no");
    await pool.own(state);
    expect(rig.daemon.connections).toBe(1);
    const broken = pool.own(() => Promise.reject(new Error("broke off")));
    await expect(broken).rejects.toThrow("broke off");
    await rig.until(() => rig.daemon.open === 0);
  });
});

test("a connection that somebody keeps is nobody else's, and its place is free once it is closed", async () => {
  pool = newPool({ kept: 1, patienceMs: 1 });
  const kept = await pool.open();
  await pool.share(state);
  expect(rig.daemon.connections).toBe(2);
  await expect(pool.open()).rejects.toMatchObject({ code: "timed-out" });
  await kept.close();
  await (await pool.open()).close();
});

test("an unused connection is closed after a while", async () => {
  pool = newPool({ idleMs: 1 });
  await pool.share(state);
  await rig.until(() => rig.daemon.open === 0);
});

test("one that libvirt closed is not used again", async () => {
  const connection = await pool.share(async (given) => given);
  rig.daemon.hangUp();
  await connection.closed;
  await pool.share(state);
  expect(rig.daemon.connections).toBe(2);
});

test("when libvirt is lost all are dropped, whoever uses them, and new ones are dialled", async () => {
  const long = await begun("own");
  const kept = await pool.open();
  await pool.drop();
  await Promise.all([long.connection.closed, kept.closed]);
  await long.end();
  await pool.share(state);
  expect(rig.daemon.open).toBe(1);
});

test("a closed pool dials no more", async () => {
  await pool.close();
  await expect(pool.share(state)).rejects.toMatchObject({ kind: "closed" });
  await expect(pool.open()).rejects.toMatchObject({ kind: "closed" });
  expect(rig.daemon.connections).toBe(0);
});
