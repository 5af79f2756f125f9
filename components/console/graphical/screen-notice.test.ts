import { describe, expect, test } from "vitest";
import { noDevices } from "@/components/fleet/device-names";
import { readGraphicalPreferences } from "./graphical-preferences";
import { screenKind } from "./screen-kind";
import { noticeOfScreen } from "./screen-notice";
import { initialScreenStatus } from "./screen-socket";

const vm = { name: "win11", state: "running" } as const;
const on = { vm, running: true, watchOnly: false };
const off = { ...on, running: false };

describe("a screen's notice", () => {
  test.each([
    ["open", null, true, null],
    ["idle", null, false, "win11 is off."],
    ["connecting", null, true, "Connecting…"],
    ["connecting", "The line broke.", true, "Disconnected. The line broke. Trying again…"],
    ["waiting", null, true, "Disconnected. Trying again…"],
    ["closed", "It listens on 0.0.0.0.", true, "It listens on 0.0.0.0."],
  ] as const)("of %s with %s", (link, message, running, text) => {
    expect(noticeOfScreen({ ...initialScreenStatus, link, message }, { ...on, running })?.text ?? null).toBe(
      text,
    );
  });

  test("says that a paused VM's screen stands still, and offers what helps", () => {
    const open = { ...initialScreenStatus, link: "open" } as const;
    expect(noticeOfScreen(open, { ...on, vm: { ...vm, state: "paused" } })?.text).toContain("stands still");
    expect(noticeOfScreen({ ...open, link: "closed" }, on)?.action).toBe("connect");
    expect(noticeOfScreen({ ...open, link: "idle" }, off)?.action).toBe("start");
    const own = { ...open, keyboard: { holder: "you", by: null } } as const;
    expect(noticeOfScreen(own, on)?.action).toBe("give-keyboard");
  });

  test("tells who may only watch why typing does nothing, and does not offer to start the VM", () => {
    const open = { ...initialScreenStatus, link: "open", readOnly: true } as const;
    expect(noticeOfScreen(open, { ...on, watchOnly: true })?.text).toContain(
      "Read only: as a viewer you watch",
    );
    const idle = noticeOfScreen({ ...open, link: "idle" }, { ...off, watchOnly: true });
    expect(idle).toMatchObject({ text: "win11 is off.", action: null });
  });
});

describe("what there is of a screen", () => {
  test.each([
    [["vnc"], [], "vnc"],
    [["spice", "vnc"], ["0000:01:00.0"], "vnc"],
    [["spice"], [], "spice"],
    [[], [], "none"],
    [["egl-headless"], [], "none"],
    [[], ["0000:01:00.0"], "gpu"],
  ])("with graphics %j and devices %j is %s", (graphics, passthrough, kind) => {
    expect(screenKind({ graphics, passthrough }, noDevices).kind).toBe(kind);
  });
});

describe("what was kept in the browser", () => {
  const kept = (text: string | null) => readGraphicalPreferences({ getItem: () => text });

  test("is read again", () => {
    const preferences = { scaling: "original", guestLayout: "de" };
    expect(kept(JSON.stringify(preferences))).toEqual(preferences);
  });

  test.each([null, "", "{", "[]", "7", "null", '{"scaling":"huge","guestLayout":"xx"}'])(
    "falls back from %s",
    (text) => {
      expect(kept(text)).toEqual({ scaling: "fit", guestLayout: null });
    },
  );
});
