import { describe, expect, test } from "vitest";
import { UploadTickets } from "./upload-tickets";

/** As much of the browser's storage as is used. */
function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const file = new File(["0123"], "debian.iso", { lastModified: 1 });
const request = { hostId: "local", pool: "default", name: "debian.iso", file, checksum: null };
const ticket = { url: "/api/uploads/abc", expiresAt: 1_000 };

describe("UploadTickets", () => {
  test("finds the upload of the same file to the same place, until it expires", () => {
    const tickets = new UploadTickets(memory());
    tickets.keep(request, ticket);
    const again = { ...request, file: new File(["0123"], "debian.iso", { lastModified: 1 }) };
    expect(tickets.find(again, 999)).toEqual(ticket);
    expect(tickets.find(again, 1_000)).toBeNull();
  });

  test.each([
    ["another place", { pool: "iso" }],
    ["a file that changed since", { file: new File(["0123"], "debian.iso", { lastModified: 2 }) }],
    ["another checksum", { checksum: "ab" }],
  ])("is not taken in by %s", (_what, part) => {
    const tickets = new UploadTickets(memory());
    tickets.keep(request, ticket);
    expect(tickets.find({ ...request, ...part }, 0)).toBeNull();
  });

  test("bears what makes no sense, and forgets", () => {
    const storage = memory();
    const tickets = new UploadTickets(storage);
    tickets.keep(request, ticket);
    const key = storage.key(0) ?? "";
    for (const text of ["{", "null", '{"url":1}']) {
      storage.setItem(key, text);
      expect(tickets.find(request, 0)).toBeNull();
    }
    tickets.forget(request);
    expect(storage).toHaveLength(0);
  });
});
