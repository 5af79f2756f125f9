import { describe, expect, test } from "vitest";
import { noDevices } from "@/components/fleet/device-names";
import { aVm } from "@/components/fleet/sample.test-data";
import { aGpu } from "@/components/fleet/sample-device.test-data";
import { matchesQuery, queryWords } from "./filter";

const vm = aVm({
  name: "Gaming-01",
  title: "Living room",
  addresses: ["192.168.122.40"],
  passthrough: ["0000:01:00.0"],
  interfaces: [{ mac: "52:54:00:aa:bb:cc", source: "network default", model: "virtio", filter: null }],
});

describe("a search", () => {
  test.each(["gaming", "LIVING", "122.40", "running", "01:00.0", "aa:bb", "room gaming", "  "])(
    "finds by %j",
    (query) => {
      expect(matchesQuery(vm, queryWords(query), noDevices)).toBe(true);
    },
  );

  test("wants every word", () => {
    expect(matchesQuery(vm, queryWords("gaming kitchen"), noDevices)).toBe(false);
  });

  test("knows devices by name once the host's hardware is known", () => {
    const words = queryWords("gtx 1080");
    expect(matchesQuery(vm, words, noDevices)).toBe(false);
    expect(matchesQuery(vm, words, new Map([["0000:01:00.0", aGpu()]]))).toBe(true);
  });

  test("sees a changed VM anew", () => {
    expect(matchesQuery({ ...vm, state: "off" }, queryWords("running"), noDevices)).toBe(false);
  });
});
