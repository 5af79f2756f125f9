import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { redialDelay, watchForRedial } from "./redial";
import { watchSockets } from "./watch-sockets";

const unwatched = () => () => undefined;
const never = new AbortController().signal;

afterEach(() => {
  vi.useRealTimers();
});

describe("waiting before libvirt is dialled again", () => {
  test("grows with each failure to 30 s at most, and is anything below by chance", () => {
    const bounds = Array.from({ length: 12 }, (_, failures) => redialDelay(failures, () => 1));
    expect(bounds.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(bounds.slice(-3)).toEqual([30_000, 30_000, 30_000]);
    expect(redialDelay(10_000, () => 1)).toBe(30_000);
    expect(redialDelay(11, () => 0.25)).toBe(7_500);
    expect(redialDelay(11, () => 0)).toBe(0);
  });

  test("lasts as long as that", async () => {
    vi.useFakeTimers();
    const ended = vi.fn();
    void watchForRedial([], { random: () => 0.5, watch: unwatched })
      .wait(11, never)
      .then(ended);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledWith(false);
  });

  test("ends at once when the socket appears, or when nobody wants it any more", async () => {
    let appear = () => {};
    const stop = vi.fn();
    const watch = (_: readonly string[], appeared: () => void) => {
      appear = appeared;
      return stop;
    };
    const waiting = watchForRedial(["/run/x"], { random: () => 1, watch }).wait(11, never);
    appear();
    expect(await waiting).toBe(true);
    expect(stop).toHaveBeenCalledOnce();
    const meanwhile = watchForRedial(["/run/x"], { random: () => 1, watch });
    appear();
    expect(await meanwhile.wait(11, never)).toBe(true);
    const abort = new AbortController();
    const other = watchForRedial([], { random: () => 1, watch: unwatched }).wait(11, abort.signal);
    abort.abort();
    expect(await other).toBe(false);
    expect(await watchForRedial([]).wait(11, abort.signal)).toBe(false);
  });
});

describe("a socket that is watched", () => {
  const folder = mkdtempSync(join(tmpdir(), "sockets-"));
  afterEach(() => rmSync(join(folder, "below"), { recursive: true, force: true }));

  test("is told of when somebody listens on it, and no other file is", async () => {
    const path = join(folder, "libvirt-sock");
    const appeared = new Promise<void>((resolve) => {
      const stop = watchSockets([path, join(folder, "virtqemud-sock")], () => {
        stop();
        resolve();
      });
    });
    writeFileSync(join(folder, "other"), "");
    const server = createServer().listen(path);
    await once(server, "listening");
    await appeared;
    server.close();
  });

  test("whose folder is missing is told of with its folder; where that can't be watched nothing is", async () => {
    const appeared = new Promise<void>((resolve) => {
      const stop = watchSockets([join(folder, "below/libvirt-sock")], () => {
        stop();
        resolve();
      });
    });
    mkdirSync(join(folder, "below"));
    await appeared;
    watchSockets(["/no/such/folder/sock"], () => expect.unreachable())();
  });
});
