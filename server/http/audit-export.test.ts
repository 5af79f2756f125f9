import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SocketWorld } from "./socket-world.test-data";

let world: SocketWorld;
let cookie: string;

beforeAll(async () => {
  world = await SocketWorld.start();
  cookie = await world.signIn();
});
afterAll(() => world.server.stop());

const get = (query: string, headers: Record<string, string> = { cookie }) =>
  world.server.request(`/api/audit${query}`, { headers });

describe("the audit as a file", () => {
  test("is a table or JSON of what matches", async () => {
    const csv = await get("?format=csv");
    expect([csv.status, csv.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(csv.headers["content-disposition"]).toMatch(
      /^attachment; filename="passdeck-audit-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(csv.body).toContain("Sign in");
    const lines = JSON.parse((await get("?format=json")).body);
    expect(lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ act: "session.signIn", outcome: "done" })]),
    );
    const none = encodeURIComponent(JSON.stringify({ text: "no such thing" }));
    expect(JSON.parse((await get(`?format=json&filter=${none}`)).body)).toEqual([]);
  });

  test.each(["", "?format=xml", "?format=csv&filter=%7B", "?format=csv&filter=%7B%22text%22:1%7D"])(
    "%s is none, and said so",
    async (query) => {
      expect((await get(query)).status).toBe(400);
    },
  );

  test("is nobody's who is not signed in, and no other page's", async () => {
    expect((await get("?format=csv", {})).status).toBe(401);
    expect((await get("?format=csv", { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
  });
});
