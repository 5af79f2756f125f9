import { expect, test } from "vitest";
import type { Role } from "../../access/role";
import { ConsolePeople } from "../../console/people/console-people";
import { someone } from "../../console/testing/someone";
import { seenViewers } from "./seen-viewers";

const place = { hostId: "local", vmId: "7c1f3f6e-0000-4000-8000-000000000001", kind: "serial" } as const;

function seenBy(level: Role, viewersMayWatch: boolean) {
  const people = new ConsolePeople(() => 1);
  people.sit(place, {
    person: someone("2", "bob"),
    readOnly: false,
    mayStay: () => true,
    close: () => undefined,
  });
  const who = { level, user: { id: "1", name: "ada", level }, remoteAddress: "192.0.2.7" };
  return seenViewers(people, who, place, { has: () => viewersMayWatch });
}

test("a viewer is told who is at a console while viewers may watch it, and no addresses", () => {
  expect(seenBy("viewer", true)).toMatchObject([{ name: "bob", address: null }]);
  expect(seenBy("viewer", false)).toEqual([]);
});

test("an operator is told, whether viewers may watch or not", () => {
  expect(seenBy("operator", false)).toMatchObject([{ name: "bob", address: "192.0.2.1" }]);
});
