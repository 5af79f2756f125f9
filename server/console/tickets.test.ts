import { beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../errors";
import { type ConsoleGrant, Tickets } from "./tickets";

const grant: ConsoleGrant = {
  userId: "ada",
  hostId: "local",
  vmId: "7c1f3f6e-0000-4000-8000-000000000001",
  kind: "serial",
  readOnly: false,
};

describe("Tickets", () => {
  let now = 0;
  let tickets = new Tickets();
  beforeEach(() => {
    now = 1_000;
    tickets = new Tickets(() => now);
  });

  test("gives back what a ticket was issued for", () => {
    const { ticket, expiresInSeconds } = tickets.issue(grant);
    expect(Buffer.from(ticket, "base64url")).toHaveLength(32);
    expect(expiresInSeconds).toBeLessThanOrEqual(30);
    expect(tickets.redeem(ticket, "ada")).toEqual(grant);
  });

  test("takes a ticket once", () => {
    const { ticket } = tickets.issue(grant);
    tickets.redeem(ticket, "ada");
    expect(tickets.redeem(ticket, "ada")).toBeNull();
  });

  test("refuses another user's ticket, and uses it up", () => {
    const { ticket } = tickets.issue(grant);
    expect(tickets.redeem(ticket, "eve")).toBeNull();
    expect(tickets.redeem(ticket, "ada")).toBeNull();
  });

  test("refuses an expired ticket", () => {
    const early = tickets.issue(grant).ticket;
    const late = tickets.issue(grant).ticket;
    now += 29_999;
    expect(tickets.redeem(early, "ada")).toEqual(grant);
    now += 1;
    expect(tickets.redeem(late, "ada")).toBeNull();
  });

  test("refuses what it never issued", () => {
    const { ticket } = tickets.issue(grant);
    for (const forged of ["", "x", `${ticket}A`, ticket.slice(1), ticket.toUpperCase()]) {
      expect(tickets.redeem(forged, "ada")).toBeNull();
    }
  });

  test("lets a user's oldest ticket go when there are too many", () => {
    const issued = Array.from({ length: 33 }, () => tickets.issue(grant).ticket);
    expect(tickets.redeem(issued[0] ?? "", "ada")).toBeNull();
    for (const ticket of issued.slice(1)) expect(tickets.redeem(ticket, "ada")).toEqual(grant);
  });

  test("is full for all users together, until tickets expire", () => {
    const fill = () => {
      for (let user = 0; user < 4_096; user++) tickets.issue({ ...grant, userId: `user ${user}` });
    };
    fill();
    expect(() => tickets.issue(grant)).toThrow(AppError);
    now += 30_000;
    expect(tickets.redeem(tickets.issue(grant).ticket, "ada")).toEqual(grant);
  });

  test("never makes the same ticket twice", () => {
    const issued = new Set(Array.from({ length: 2_000 }, () => tickets.issue(grant).ticket));
    expect(issued.size).toBe(2_000);
  });
});
