import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AckBatch } from "./ack-batch";

describe("AckBatch", () => {
  let sent: number[] = [];
  let acks = new AckBatch((offset) => sent.push(offset));
  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    acks = new AckBatch((offset) => sent.push(offset));
  });
  afterEach(() => vi.useRealTimers());

  test("gathers what is drawn within a tenth of a second", () => {
    acks.drawn(1);
    acks.drawn(2);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([2]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([2]);
  });

  test("does not wait with 64 KiB and more", () => {
    acks.drawn(65_535);
    acks.drawn(65_536);
    expect(sent).toEqual([65_536]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([65_536]);
  });

  test("keeps all back while held", () => {
    acks.drawn(10);
    acks.hold(true);
    acks.drawn(200_000);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
    acks.hold(false);
    expect(sent).toEqual([200_000]);
    acks.hold(false);
    expect(sent).toEqual([200_000]);
  });

  test("forgets the former connection", () => {
    acks.drawn(50);
    acks.clear();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });
});
