import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Heartbeat } from "./heartbeat";

describe("Heartbeat", () => {
  let idle = true;
  let ping = vi.fn();
  let dead = vi.fn();
  let heartbeat = new Heartbeat({ ping, idle: () => idle, dead });
  beforeEach(() => {
    vi.useFakeTimers();
    idle = true;
    ping = vi.fn();
    dead = vi.fn();
    heartbeat = new Heartbeat({ ping, idle: () => idle, dead, interval: 100, patience: 50 });
    heartbeat.start();
  });
  afterEach(() => {
    heartbeat.stop();
    vi.useRealTimers();
  });

  test("says that the connection is dead when no ping is answered", () => {
    vi.advanceTimersByTime(149);
    expect(ping).toHaveBeenCalledTimes(1);
    expect(dead).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  test("takes any word for an answer", () => {
    vi.advanceTimersByTime(120);
    heartbeat.heard();
    vi.advanceTimersByTime(70);
    expect(dead).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10);
    expect(ping).toHaveBeenCalledTimes(2);
  });

  test("does not ping behind what has not left yet", () => {
    idle = false;
    vi.advanceTimersByTime(1_000);
    expect(ping).not.toHaveBeenCalled();
  });

  test("is silent once stopped", () => {
    vi.advanceTimersByTime(100);
    heartbeat.stop();
    vi.advanceTimersByTime(1_000);
    expect(ping).toHaveBeenCalledTimes(1);
    expect(dead).not.toHaveBeenCalled();
  });
});
