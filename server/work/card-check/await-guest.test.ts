import { describe, expect, test } from "vitest";
import type { HostTree } from "../../host/host-tree";
import { awaitGuest } from "./await-guest";

const [display, audio] = ["0000:01:00.0", "0000:01:00.1"];

/** A host on which each look at a command register shows the next of the values; the last one stays. */
function hostShowing(commands: Record<string, number[]>, interrupts: () => string = () => ""): HostTree {
  return {
    name: "test",
    readText: async () => interrupts(),
    readBytes: async (path) => {
      const left = commands[path.split("/").at(-2) ?? ""] ?? [];
      const command = (left.length > 1 ? left.shift() : left[0]) ?? 0;
      return Uint8Array.from([0xde, 0x10, 0x04, 0x22, command, 0]);
    },
    readLink: async () => null,
    list: async () => [],
    readMany: () => Promise.reject(new Error("nothing else is read")),
  };
}

const quick = { answerMs: 40, driverMs: 40, pollMs: 1 };
const forever = { answerMs: 60_000, driverMs: 60_000, pollMs: 1 };
const never = new AbortController().signal;

describe("awaitGuest", () => {
  test("ends as soon as a driver has one function and the others are on", async () => {
    let looks = 0;
    const tree = hostShowing({ [display]: [0, 2], [audio]: [0, 0, 6] }, () =>
      ++looks > 4 ? `vfio-msi[0](${audio})` : "",
    );
    const { signs } = await awaitGuest(tree, [display, audio], never, forever);
    expect(signs).toEqual(
      new Map([
        [display, "decoding"],
        [audio, "interrupts"],
      ]),
    );
  });

  test("is content with firmware where no driver comes in time", async () => {
    const { signs } = await awaitGuest(hostShowing({ [display]: [0, 2] }), [display], never, quick);
    expect(signs.get(display)).toBe("decoding");
  });

  test("says which devices nobody touched", async () => {
    await expect(awaitGuest(hostShowing({}), [display], never, quick)).rejects.toThrow(display);
  });

  test("gives up when it is told to", async () => {
    const stop = new AbortController();
    const waiting = awaitGuest(hostShowing({}), [display], stop.signal, forever);
    stop.abort();
    await expect(waiting).rejects.toThrow("cancelled");
  });
});
