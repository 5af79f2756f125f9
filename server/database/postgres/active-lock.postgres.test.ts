import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { databaseHome } from "../testing/postgres-server";
import { testLocation } from "../testing/test-database";
import { takeActiveLock } from "./active-lock";
import { WaitingConnection } from "./waiting-connection";

const urlOf = () => testLocation(temporaryFolder()).postgres ?? "";

async function take(url: string, onWaiting: () => unknown = () => undefined) {
  const lock = await takeActiveLock(url, onWaiting);
  onTestFinished(() => lock.release());
  return lock;
}

test("one at a time is active, and the next as soon as it ends", async () => {
  const url = urlOf();
  const first = await takeActiveLock(url, () => expect.unreachable());
  const waits = vi.fn();
  let isActive = false;
  const second = take(url, waits).then((lock) => {
    isActive = true;
    return lock;
  });
  await vi.waitUntil(() => waits.mock.calls.length > 0);
  expect(isActive).toBe(false);
  await first.release();
  await second;
});

test("who works on another database is no reason to wait", async () => {
  await take(urlOf());
  await take(urlOf(), () => expect.unreachable());
});

test("one whose connection the server ends is told, and the next takes over", async () => {
  const url = urlOf();
  const first = await take(url);
  const administrator = new WaitingConnection(url, databaseHome());
  onTestFinished(() => administrator.close());
  const next = take(url);
  administrator.ask(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  expect(await first.lost).toMatch(/terminat|connection/i);
  await next;
});
