import { describe, expect, test } from "vitest";
import { noticeOf } from "./console-notice";
import type { ConsoleStatus } from "./console-socket";

const open: ConsoleStatus = {
  link: "open",
  state: "connected",
  message: null,
  readOnly: false,
  viewers: 1,
  skipped: 0,
};
const facts = { vmName: "web-01", addedForNextStart: false };

describe("noticeOf", () => {
  test("says nothing while the console works", () => {
    expect(noticeOf(open, facts)).toBeNull();
  });

  test.each([
    ["off", "start"],
    ["no-device", "add-serial-console"],
    ["busy", "take-over"],
    ["disconnected", null],
    ["connecting", null],
  ] as const)("offers for %s: %s", (state, action) => {
    expect(noticeOf({ ...open, state }, facts)?.action).toBe(action);
  });

  test("offers to connect when the connection is lost, and says why it is", () => {
    const lost: ConsoleStatus = { ...open, link: "waiting", message: "Passdeck is restarting." };
    expect(noticeOf(lost, facts)).toEqual({
      text: "Disconnected. Passdeck is restarting. Trying again…",
      busy: true,
      action: "connect",
    });
    const closed: ConsoleStatus = { ...open, link: "closed", message: "The VM was deleted." };
    expect(noticeOf(closed, facts)).toEqual({
      text: "Disconnected. The VM was deleted.",
      busy: false,
      action: "connect",
    });
  });

  test("does not offer to add a second console while the first waits for a restart", () => {
    const notice = noticeOf({ ...open, state: "no-device" }, { ...facts, addedForNextStart: true });
    expect(notice?.action).toBeNull();
    expect(notice?.text).toContain("shut down and started again");
  });
});
