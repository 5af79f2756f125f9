import { expect, test } from "vitest";
import type { Role } from "../access/role";
import { heardBy } from "./hearing";
import { crash } from "./notify-world.test-data";
import type { Subject } from "./subject.schema";

const who = (id: string, level: Role) => ({ level, user: { id, name: id, level } });
const people = new Map([
  ["vera", who("vera", "viewer")],
  ["ada", who("ada", "admin")],
]);
const parts = { whoIs: (id: string) => people.get(id) ?? null, seenJob: () => null };

test.each<Subject>(["booking-ends", "booking-ended", "booking-turn"])(
  "%s is told to whom it concerns, to nobody else's own channel, and to the house",
  (subject) => {
    const news = crash({ subject, userId: "vera", vmId: null });
    const hear = (owner: string | null) => heardBy(parts, owner, news) !== null;
    expect([hear("vera"), hear("ada"), hear(null)]).toEqual([true, false, true]);
    people.delete("vera");
    expect(hear("vera")).toBe(false);
    people.set("vera", who("vera", "viewer"));
  },
);
