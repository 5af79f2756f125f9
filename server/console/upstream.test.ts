import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { AppError } from "../errors";
import { consoleLimits } from "./limits";
import { FakeGuest } from "./testing/fake-guest";
import { Upstream } from "./upstream";

const on = { running: true, hasSerialConsole: true };
const off = { running: false, hasSerialConsole: true };

describe("Upstream", () => {
  let guest = new FakeGuest();
  let states: string[] = [];
  let messages: (string | null)[] = [];
  let printed = "";
  let onWritable = vi.fn();
  let upstream = make();

  function make(limits = { ...consoleLimits, firstRetry: 1, longestRetry: 4 }): Upstream {
    const made = new Upstream({
      open: (force) => guest.open(force),
      limits,
      onOutput: (chunk) => {
        printed += chunk.toString();
      },
      onState: (state, message) => {
        states.push(state);
        messages.push(message);
      },
      onWritable: () => onWritable(),
    });
    return made;
  }

  beforeEach(() => {
    guest = new FakeGuest();
    states = [];
    messages = [];
    printed = "";
    onWritable = vi.fn();
    upstream = make();
  });
  afterEach(() => upstream.close());

  test("opens the console when the VM runs, and only then", async () => {
    upstream.follow(off);
    expect(guest.asked).toEqual([]);
    upstream.follow(on);
    await guest.print("booting");
    await vi.waitFor(() => expect(printed).toBe("booting"));
    expect(states).toEqual(["connecting", "connected"]);
  });

  test("tells a VM without a console from one that is off", () => {
    upstream.follow({ running: true, hasSerialConsole: false });
    expect(states).toEqual(["no-device"]);
    upstream.follow(off);
    expect(states).toEqual(["no-device", "off"]);
    expect(guest.asked).toEqual([]);
  });

  test("opens it again when the stream ends while the VM runs", async () => {
    upstream.follow(on);
    const first = await guest.connected();
    guest.cut();
    await once(first, "close");
    const second = await guest.connected();
    expect(second).not.toBe(first);
    await vi.waitFor(() => expect(states).toEqual(["connecting", "connected", "connecting", "connected"]));
  });

  test("stays closed when the VM went off, and opens when it starts again", async () => {
    upstream.follow(on);
    const first = await guest.connected();
    upstream.follow(off);
    guest.cut();
    await once(first, "close");
    expect(guest.asked).toHaveLength(1);
    upstream.follow(on);
    await guest.connected();
    expect(guest.asked).toHaveLength(2);
    await vi.waitFor(() =>
      expect(states).toEqual(["connecting", "connected", "off", "connecting", "connected"]),
    );
  });

  test("takes the last words of a VM that libvirt says is off already", async () => {
    upstream.follow(on);
    const port = await guest.connected();
    upstream.follow(off);
    port.write("reboot: Power down\r\n");
    await vi.waitFor(() => expect(printed).toContain("Power down"));
  });

  test("lets go of a stream that does not end after its VM went off", async () => {
    upstream = make({ ...consoleLimits, lastWords: 1 });
    upstream.follow(on);
    const port = await guest.connected();
    await vi.waitFor(() => expect(states).toContain("connected"));
    upstream.follow(off);
    await once(port, "close");
  });

  test("tries again until the host answers, saying once what is wrong", async () => {
    guest.failure = new AppError("host-unreachable", { userMessage: "The host is gone." });
    upstream.follow(on);
    await vi.waitFor(() => expect(guest.asked.length).toBeGreaterThan(3));
    guest.failure = null;
    await guest.connected();
    await vi.waitFor(() => expect(states).toEqual(["connecting", "disconnected", "connected"]));
    expect(messages[1]).toBe("The host is gone.");
  });

  test("does not show a failure that is not meant for people", async () => {
    guest.failure = new Error("ENOENT /run/secret");
    upstream.follow(on);
    await vi.waitFor(() => expect(states).toContain("disconnected"));
    expect(messages.join()).not.toContain("secret");
  });

  test("does not take the console from another program unless told to", async () => {
    const other = guest.hold();
    upstream.follow(on);
    await vi.waitFor(() => expect(guest.asked.length).toBeGreaterThan(2));
    expect(other.destroyed).toBe(false);
    expect(states).toEqual(["connecting", "busy"]);
    upstream.takeOver();
    await once(other, "close");
    await vi.waitFor(() => expect(states.at(-1)).toBe("connected"));
    expect(guest.asked.filter((force) => force)).toHaveLength(1);
  });

  test("does not fight with who takes the console from it", async () => {
    upstream.follow(on);
    await guest.connected();
    const other = guest.hold();
    await vi.waitFor(() => expect(states.at(-1)).toBe("busy"));
    expect(other.destroyed).toBe(false);
    other.destroy();
    await vi.waitFor(() => expect(states.at(-1)).toBe("connected"));
  });

  test("drops a stream that comes when the VM is off already", async () => {
    let deliver: () => void = () => undefined;
    const slow = new Upstream({
      open: async (force) => {
        await new Promise<void>((resolve) => {
          deliver = resolve;
        });
        return guest.open(force);
      },
      limits: consoleLimits,
      onOutput: () => undefined,
      onState: (state) => states.push(state),
      onWritable: () => undefined,
    });
    onTestFinished(() => slow.close());
    slow.follow(on);
    slow.follow(off);
    deliver();
    const port = await guest.connected();
    if (!port.destroyed) await once(port, "close");
    expect(states).toEqual(["connecting", "off"]);
  });

  test("asks the typing side to wait while the guest does not read", async () => {
    upstream.follow(on);
    const port = await guest.connected();
    await vi.waitFor(() => expect(states).toContain("connected"));
    port.pause();
    const keys = Buffer.alloc(64 * 1024, "k");
    let taken = 0;
    while (upstream.write(keys)) taken += keys.length;
    expect(taken).toBeLessThanOrEqual(2 * consoleLimits.pendingInput);
    expect(onWritable).not.toHaveBeenCalled();
    port.resume();
    await vi.waitFor(() => expect(onWritable).toHaveBeenCalled());
  });

  test("lets the typing side go on when the console is lost", async () => {
    upstream.follow(on);
    const port = await guest.connected();
    await vi.waitFor(() => expect(states).toContain("connected"));
    port.pause();
    while (upstream.write(Buffer.alloc(64 * 1024)));
    guest.cut();
    await vi.waitFor(() => expect(onWritable).toHaveBeenCalled());
  });
});
