import { describe, expect, test } from "vitest";
import { noticeOf } from "./console-notice";
import { type ConsoleStatus, initialStatus, mayType } from "./console-socket";

const open: ConsoleStatus = {
  ...initialStatus,
  link: "open",
  state: "connected",
  viewers: 1,
};
const facts = { vmName: "web-01", watchOnly: false, addedForNextStart: false };

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

  test("says whose the keyboard is where it is not everybody's", () => {
    const held = (by: string | null): ConsoleStatus => ({ ...open, keyboard: { holder: "other", by } });
    expect(noticeOf(held("ada"), facts)?.text).toBe(
      "ada has the keyboard. You can watch until it is given back.",
    );
    expect(noticeOf(held(null), facts)?.text).toContain("Another viewer has the keyboard");
    expect(noticeOf({ ...held("ada"), readOnly: true }, facts)).toBeNull();
    const own: ConsoleStatus = { ...open, keyboard: { holder: "you", by: null } };
    expect(noticeOf(own, facts)?.action).toBe("give-keyboard");
    expect([open, held("ada"), own, { ...open, readOnly: true }].map(mayType)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test("tells who may only watch why typing does nothing, and offers nothing that they may not do", () => {
    const watching = { ...facts, watchOnly: true };
    const reading = { ...open, readOnly: true };
    expect(noticeOf(reading, watching)).toMatchObject({ busy: false, action: null });
    expect(noticeOf(reading, watching)?.text).toContain("Read only: as a viewer you watch");
    for (const state of ["off", "no-device", "busy"] as const)
      expect(noticeOf({ ...reading, state }, watching)).toEqual({
        ...noticeOf({ ...reading, state }, facts),
        action: null,
      });
    const closed = { ...reading, link: "closed", message: "Viewers may not watch." } as const;
    expect(noticeOf(closed, watching)).toEqual(noticeOf(closed, facts));
  });

  test("does not offer to add a second console while the first waits for a restart", () => {
    const notice = noticeOf({ ...open, state: "no-device" }, { ...facts, addedForNextStart: true });
    expect(notice?.action).toBeNull();
    expect(notice?.text).toContain("shut down and started again");
  });
});
