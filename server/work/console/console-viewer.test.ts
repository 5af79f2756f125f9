import { describe, expect, test } from "vitest";
import { keyOf } from "../../access/object.schema";
import { onVm } from "../../access/objects-of";
import type { Role } from "../../access/role";
import type { Session } from "../../access/session";
import type { SharedLevel } from "../../access/shared-rights";
import { consoleViewer } from "./console-viewer";

const vm = { hostId: "local", vmId: "7c1f3f6e-0000-4000-8000-000000000001" };

function viewer(level: Role, share: SharedLevel | null, mayWatch: boolean) {
  const shared = new Map(share === null ? [] : [[keyOf(onVm(vm)), share]]);
  const session: Session = { id: "s", user: { id: "1", name: "ada", level }, shared, expiresAt: 1 };
  return consoleViewer(session, "192.0.2.1", { has: () => mayWatch });
}

describe("who may open a console", () => {
  test.each([
    ["member", null, [false, false, false]],
    ["member", "viewer", [false, false, true]],
    ["member", "operator", [true, true, true]],
    ["member", "owner", [true, true, true]],
    ["viewer", null, [false, false, true]],
    ["viewer", "operator", [true, true, true]],
    ["operator", null, [true, true, true]],
    ["admin", null, [true, true, true]],
  ] as const)(
    "a %s with a share as %s: to type, to watch, to watch where viewers may",
    (level, share, may) => {
      const console = { ...vm, kind: "serial" } as const;
      const opens = (readOnly: boolean, mayWatch: boolean) =>
        viewer(level, share, mayWatch).mayOpen({ ...console, readOnly });
      expect([opens(false, true), opens(true, false), opens(true, true)]).toEqual(may);
      // What viewers may watch lets nobody type.
      expect(opens(false, false)).toBe(opens(false, true));
    },
  );

  test("a share is known of, by the UUID in whichever case", () => {
    expect(viewer("member", "viewer", false).sharesVm({ ...vm, vmId: vm.vmId.toUpperCase() })).toBe(true);
    expect(viewer("admin", null, false).sharesVm(vm)).toBe(false);
  });
});
