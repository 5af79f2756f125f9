import { expect, test, vi } from "vitest";
import type { AuditEntry } from "../../access/audit";
import type { ConsoleLink, ConsoleLinks } from "../../access/console-links";
import { ConsolePeople } from "../../console/people/console-people";
import { someone } from "../../console/testing/someone";
import { type ConsoleGrant, Tickets } from "../../console/tickets";
import { ConsoleGuests } from "./console-guests";

const place = { hostId: "local", vmId: "7c1f3f6e-0000-4000-8000-000000000001", kind: "serial" } as const;
const here = "192.0.2.7";

function world(part: Partial<ConsoleLink> = {}) {
  const link = { ...place, id: "l1", readOnly: true, label: "Lena", madeBy: "ada", ...part } as ConsoleLink;
  const state = { ended: null as string | null };
  const links = {
    ofToken: (token: string) => (token === "right" ? link : null),
    whyEnded: () => state.ended,
    working: (id: string) => (id === link.id && state.ended === null ? link : null),
    used: vi.fn(),
  };
  const [tickets, screenTickets] = [new Tickets(), new Tickets()];
  const opener = (from: Tickets) => ({
    issueTicket: (user: { id: string }, grant: Omit<ConsoleGrant, "userId">) =>
      from.issue({ ...grant, userId: user.id }),
    holderOf: (ticket: string) => from.holderOf(ticket),
  });
  const people = new ConsolePeople(() => 1);
  const entries: AuditEntry[] = [];
  const guests = new ConsoleGuests({
    links: links as unknown as ConsoleLinks,
    consoles: opener(tickets),
    graphicalConsoles: opener(screenTickets),
    people,
    audit: { record: (entry) => void entries.push(entry) },
  });
  const sit = (viewer = someone("link:l1", "Guest", { guestOf: "ada" })) =>
    people.sit(place, { person: viewer, readOnly: true, mayStay: () => true, close: () => undefined });
  return { guests, link, links, state, tickets, entries, sit };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "let in",
    ({ code }: { code: string }) => code,
  );

test("wrong links of an address are counted and in the audit; a right one is let in all the same", async () => {
  const { guests, link, entries } = world();
  for (let tried = 0; tried < 20; tried++)
    expect(await codeOf(guests.linkOf(`wrong ${tried}`, here))).toBe("not-found");
  expect(await codeOf(guests.linkOf("wrong", here))).toBe("too-many-requests");
  expect(await codeOf(guests.linkOf("wrong", "192.0.2.8"))).toBe("not-found");
  expect(entries).toHaveLength(21);
  expect(entries[0]).toMatchObject({ who: null, address: here, outcome: "refused", objects: [] });
  expect(JSON.stringify(entries)).not.toContain("wrong 0");
  expect(await guests.linkOf("right", here)).toBe(link);
});

test("who has a link that has ended is told why, and is not taken for a guesser", async () => {
  const { guests, state, entries } = world();
  state.ended = "This link was revoked.";
  await expect(guests.linkOf("right", here)).rejects.toMatchObject({
    code: "not-found",
    userMessage: "This link was revoked. Ask whoever gave it to you for a new one.",
  });
  expect(entries).toEqual([]);
});

test.each([
  [true, false, true],
  [true, true, true],
  [false, true, true],
  [false, false, false],
])("of a link to watch only (%s), asked to watch (%s), the ticket watches: %s", (ofLink, asked, expected) => {
  const { guests, link, links, tickets } = world({ readOnly: ofLink });
  const { ticket } = guests.ticketOf(link, asked, here);
  expect(tickets.redeem(ticket, "link:l1")).toEqual({ ...place, readOnly: expected, userId: "link:l1" });
  expect(links.used).toHaveBeenCalledWith("l1", here);
});

test("a ticket lets in at the console of its kind, as long as it is unused and its link works", () => {
  const { guests, link, state, tickets } = world();
  const { ticket } = guests.ticketOf(link, true, here);
  expect(guests.holderOf("graphical", ticket, here)).toBeNull();
  expect(guests.holderOf("serial", "another", here)).toBeNull();
  const { linkId, viewer } = guests.holderOf("serial", ticket, here) ?? expect.unreachable("is let in");
  expect([linkId, viewer.name, viewer.address, viewer.guestOf]).toEqual(["l1", "Guest (Lena)", here, "ada"]);
  state.ended = "The time of this link is up.";
  expect(guests.holderOf("serial", ticket, here)).toBeNull();
  state.ended = null;
  tickets.redeem(ticket, "link:l1");
  expect(guests.holderOf("serial", ticket, here)).toBeNull();
});

test("a user's ticket is none here", () => {
  const { guests, tickets } = world();
  const { ticket } = tickets.issue({
    ...place,
    readOnly: false,
    userId: "7c1f3f6e-0000-4000-8000-00000000000a",
  });
  expect(guests.holderOf("serial", ticket, here)).toBeNull();
});

test("a guest may open the console of their link alone, and type where it says so, while it works", () => {
  const { guests, link, state } = world({ readOnly: false });
  const viewer = guests.holderOf("serial", guests.ticketOf(link, false, here).ticket, here)?.viewer;
  const opens = (part: object) => viewer?.mayOpen({ ...place, readOnly: false, ...part });
  expect([opens({}), opens({ readOnly: true })]).toEqual([true, true]);
  expect([opens({ vmId: "other" }), opens({ hostId: "other" }), opens({ kind: "graphical" })]).toEqual([
    false,
    false,
    false,
  ]);
  Object.assign(link, { readOnly: true });
  expect([opens({}), opens({ readOnly: true })]).toEqual([false, true]);
  state.ended = "This link was revoked.";
  expect(opens({ readOnly: true })).toBe(false);
});

test("so many guests come by one link, and to one console, and no more", () => {
  const { guests, link, sit } = world();
  const { ticket } = guests.ticketOf(link, true, here);
  const seats = Array.from({ length: 4 }, () => sit());
  expect(guests.at(link)).toEqual(seats);
  expect(() => guests.ticketOf(link, true, here)).toThrow(expect.objectContaining({ code: "conflict" }));
  expect(guests.holderOf("serial", ticket, here)).toBeNull();
  const other = world();
  for (let count = 0; count < 8; count++)
    other.sit(someone(`link:${count + 2}`, "Guest", { guestOf: "bob" }));
  expect(() => other.guests.ticketOf(other.link, true, here)).toThrow("Too many viewers");
});
