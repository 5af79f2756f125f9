import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Session } from "../access/session";
import { OpenTransfers } from "./open-transfers";

const session: Session = {
  id: "s",
  user: { id: "u", name: "ada", level: "admin" },
  expiresAt: Number.MAX_SAFE_INTEGER,
};

let now: Session | null;
let change: (user: string | null) => void;
let transfers: OpenTransfers;

beforeEach(() => {
  vi.useFakeTimers();
  now = session;
  const onChange = (listener: (user: string | null) => void) => {
    change = listener;
    return () => undefined;
  };
  transfers = new OpenTransfers({ sessionById: () => now, onChange });
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

test("ends with its session, and with no other user's", () => {
  const { cut } = begin();
  now = null;
  change("another");
  expect(cut).not.toHaveBeenCalled();
  change("u");
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

test("ends at once when its user may no longer do it, whoever wrote that", () => {
  const { cut } = begin();
  change(null);
  expect(cut).not.toHaveBeenCalled();
  now = { ...session, user: { ...session.user, level: "operator" } };
  change(null);
  expect(cut).toHaveBeenCalledOnce();
});

test("is forgotten when it is through", async () => {
  const { cut, end, ended } = begin();
  end();
  await ended;
  now = null;
  change("u");
  expect(cut).not.toHaveBeenCalled();
});
