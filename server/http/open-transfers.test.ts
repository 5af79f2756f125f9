import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Session } from "../access/session";
import { OpenTransfers } from "./open-transfers";

const session: Session = {
  id: "s",
  user: { id: "u", name: "ada", level: "admin" },
  expiresAt: Number.MAX_SAFE_INTEGER,
};

let now: Session | null;
let revoke: (sessionId: string) => void;
let transfers: OpenTransfers;

beforeEach(() => {
  vi.useFakeTimers();
  now = session;
  const onRevoked = (listener: (sessionId: string) => void) => {
    revoke = listener;
    return () => undefined;
  };
  transfers = new OpenTransfers({ sessionById: () => now, onRevoked });
});

afterEach(() => {
  transfers.close();
  vi.useRealTimers();
});

/** Begins a transfer that administrators may do; how often it was broken off, and what ends it. */
function begin() {
  const cut = vi.fn();
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const mayGoOn = ({ user }: Session) => user.level === "admin";
  return { cut, end: () => resolve(), ended: transfers.during({ session, mayGoOn, cut }, () => promise) };
}

test("goes on while its session may", () => {
  const { cut } = begin();
  vi.advanceTimersByTime(3_600_000);
  expect(cut).not.toHaveBeenCalled();
});

test("ends with its session, and with no other", () => {
  const { cut } = begin();
  revoke("another");
  expect(cut).not.toHaveBeenCalled();
  revoke("s");
  expect(cut).toHaveBeenCalledOnce();
});

test("ends when its session runs out", () => {
  const { cut } = begin();
  now = null;
  vi.advanceTimersByTime(10_000);
  expect(cut).toHaveBeenCalledOnce();
});

test("ends when its user may no longer do it", () => {
  const { cut } = begin();
  now = { ...session, user: { ...session.user, level: "viewer" } };
  vi.advanceTimersByTime(10_000);
  expect(cut).toHaveBeenCalledOnce();
});

test("is forgotten when it is through", async () => {
  const { cut, end, ended } = begin();
  end();
  await ended;
  revoke("s");
  expect(cut).not.toHaveBeenCalled();
});
