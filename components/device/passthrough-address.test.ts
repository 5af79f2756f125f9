import { describe, expect, test } from "vitest";
import { cardMeant, hostMeant, passthroughPath, readPassthroughAddress } from "./passthrough-address";

const one = [{ id: "local" }];
const several = [{ id: "cellar" }, { id: "attic & co" }];
const card = "0000:01:00.0";

describe("passthroughPath", () => {
  test("names the host only where there are several", () => {
    expect(passthroughPath(one, "local")).toBe("/passthrough");
    expect(passthroughPath(one, "local", card)).toBe("/passthrough?card=0000:01:00.0");
    expect(passthroughPath(several, "cellar")).toBe("/passthrough?host=cellar");
    expect(passthroughPath(several, "attic & co", card)).toBe(
      "/passthrough?host=attic%20%26%20co&card=0000:01:00.0",
    );
  });

  test.each([
    ["one host", one, "local"],
    ["several hosts", several, "attic & co"],
  ])("is read as it was written: %s", (_, hosts, hostId) => {
    const path = passthroughPath(hosts, hostId, card);
    const address = readPassthroughAddress(new URL(path, "https://passdeck").searchParams);
    expect(hostMeant(hosts, address)?.id).toBe(hostId);
    expect(cardMeant(hosts, address)).toBe(card);
  });
});

describe("an address", () => {
  test("that names no host means the first, and of several hosts' cards none", () => {
    const address = { hostId: null, card };
    expect(hostMeant(several, address)).toBe(several[0]);
    expect(cardMeant(several, address)).toBeNull();
    expect(cardMeant(one, address)).toBe(card);
  });

  test("that names a host which is not there means no other", () => {
    expect(hostMeant(several, { hostId: "gone", card })).toBeNull();
    expect(hostMeant([], { hostId: null, card })).toBeNull();
  });
});
