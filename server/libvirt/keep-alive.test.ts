import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KeepAlive } from "./keep-alive";
import { programs } from "./protocol/procedures.gen";
import { frameStatus, frameType } from "./wire/frame";

const seconds = 5;
const ping = 1;
const pong = 2;

/** A connection as the keepalive sees it. */
class Link {
  readonly sent: number[] = [];
  silentFor: number | null = null;
  traffic = 0;
  stalled = false;
  readonly keepAlive = new KeepAlive({
    send: ({ procedure }) => this.sent.push(procedure),
    received: () => this.traffic,
    suspended: () => this.stalled,
    onDead: (silent) => {
      this.silentFor = silent;
      this.keepAlive.stop();
    },
  });
}

describe("KeepAlive", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("gives up after five pings without a sign of life", () => {
    const link = new Link();
    link.keepAlive.start(seconds);
    vi.advanceTimersByTime(5 * seconds * 1000);
    expect(link.sent).toEqual([ping, ping, ping, ping, ping]);
    expect(link.silentFor).toBeNull();
    vi.advanceTimersByTime(seconds * 1000);
    expect(link.silentFor).toBe(30);
  });

  test("takes whatever comes for a sign of life and does not ping a talkative daemon", () => {
    const link = new Link();
    link.keepAlive.start(seconds);
    for (let interval = 0; interval < 20; interval += 1) {
      link.traffic += 1;
      vi.advanceTimersByTime(seconds * 1000);
    }
    expect(link.sent).toEqual([]);
    vi.advanceTimersByTime(4 * seconds * 1000);
    link.traffic += 1;
    vi.advanceTimersByTime(5 * seconds * 1000);
    expect(link.silentFor).toBeNull();
  });

  test("waits while no answer can be expected", () => {
    const link = new Link();
    link.keepAlive.start(seconds);
    link.stalled = true;
    vi.advanceTimersByTime(60 * seconds * 1000);
    expect(link.sent).toEqual([]);
    expect(link.silentFor).toBeNull();
  });

  test("sends nothing with an interval of 0", () => {
    const link = new Link();
    link.keepAlive.start(0);
    vi.advanceTimersByTime(3_600_000);
    expect(link.sent).toEqual([]);
  });

  test("answers a ping, and nothing else", () => {
    const link = new Link();
    const frame = {
      program: programs.KEEPALIVE,
      type: frameType.MESSAGE,
      serial: 0,
      status: frameStatus.OK,
      bytes: Buffer.alloc(0),
      start: 0,
      end: 0,
    };
    link.keepAlive.receive({ ...frame, procedure: ping });
    link.keepAlive.receive({ ...frame, procedure: pong });
    link.keepAlive.receive({ ...frame, procedure: 99 });
    expect(link.sent).toEqual([pong]);
  });
});
