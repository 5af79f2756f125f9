import { describe, expect, test } from "vitest";
import type { LookingGlassHost } from "../../host/looking-glass-host";
import type { DesktopSetup } from "./desktop.schema";
import type { DesktopFacts } from "./desktop-facts";
import { hugePageWarnings } from "./huge-page-warnings";
import { inputWarnings } from "./input-warnings";
import { lookingGlassWarnings } from "./looking-glass-warnings";

const nothing: DesktopSetup = {
  guest: null,
  pinning: null,
  hugepageBytes: null,
  lookingGlass: null,
  inputs: null,
};
const ready: LookingGlassHost = {
  module: "loaded",
  mebibytes: 64,
  secureBoot: false,
  confinement: [],
  listed: true,
  sharedFile: "ada",
  isShared: true,
  deviceUser: "ada",
  loadedAtStart: true,
  hasSource: false,
  allowed: false,
  isWhole: true,
};
const keyboard = "/dev/input/by-id/usb-K8-event-kbd";

function facts(lookingGlass: Partial<LookingGlassHost> = {}, total = 4096, free = total): DesktopFacts {
  return {
    vmName: "games",
    memoryBytes: 8 * 2 ** 30,
    host: {
      memory: { availableBytes: null, hugepages: [{ bytes: 2 ** 21, total, free }] },
      inputs: [{ path: keyboard, name: "K8", kind: "keyboard", stable: true }],
      lookingGlass: { ...ready, ...lookingGlass },
    },
  };
}

describe("huge pages", () => {
  const setup = { ...nothing, hugepageBytes: 2 ** 21 };

  test("are enough, too few, or in use", () => {
    expect(hugePageWarnings(nothing, facts())).toEqual([]);
    expect(hugePageWarnings(setup, facts())).toEqual([]);
    expect(hugePageWarnings(setup, facts({}, 100))).toEqual([
      expect.stringMatching(/needs 4096 huge pages of 2 MiB, and the host has set aside 100\. .*Host page/),
    ]);
    expect(hugePageWarnings(setup, facts({}, 4096, 10))).toEqual([expect.stringMatching(/10 are free now/)]);
    expect(hugePageWarnings({ ...nothing, hugepageBytes: 2 ** 30 }, facts())).toEqual([
      expect.stringMatching(/needs 8 huge pages of 1 GiB, and the host has set aside 0/),
    ]);
    expect(hugePageWarnings(setup, { ...facts(), host: null })).toEqual([
      expect.stringMatching(/could not be read/),
    ]);
  });
});

describe("Looking Glass", () => {
  const chosen = { mebibytes: 64, memory: "kvmfr", video: "keep", spice: false } as const;
  const words = (host: Partial<LookingGlassHost>, more: object = {}) =>
    lookingGlassWarnings({ ...nothing, lookingGlass: { ...chosen, ...more } }, facts(host)).slice(1);

  test("by the module tells what keeps it from working", () => {
    expect(words({})).toEqual([]);
    expect(words({ mebibytes: 32 })).toEqual([
      expect.stringMatching(/loaded with 32 MiB.*static_size_mb=64/),
    ]);
    expect(words({ module: "missing", secureBoot: true })).toEqual([
      expect.stringMatching(/not installed.*Secure Boot.*signed/),
    ]);
    expect(words({ module: "installed" })).toEqual([expect.stringMatching(/Load it first/)]);
    expect(words({ listed: false })).toEqual([
      expect.stringMatching(/cgroup_device_acl.*libvirtd to be restarted/),
    ]);
    expect(words({ listed: null })).toEqual([expect.stringMatching(/could not be read/)]);
    expect(words({ confinement: ["AppArmor", "SELinux"] })).toHaveLength(2);
  });

  test("by a file tells who may open it, and what goes", () => {
    expect(words({}, { memory: "shm" })).toEqual([]);
    expect(words({ sharedFile: null }, { memory: "shm" })).toEqual([expect.stringMatching(/tmpfiles/)]);
    expect(words({ deviceUser: null })).toEqual([expect.stringMatching(/No rule of udev/)]);
    expect(words({ confinement: ["AppArmor"], allowed: true })).toEqual([]);
    expect(words({}, { memory: "shm", video: "none", spice: true })).toEqual([
      expect.stringMatching(/console in the browser shows nothing/),
      expect.stringMatching(/SPICE/),
    ]);
  });
});

describe("input devices", () => {
  const setup = (path: string, isKeyboard: boolean): DesktopSetup => ({
    ...nothing,
    inputs: { devices: [{ path, keyboard: isKeyboard }], toggle: "scrolllock" },
  });

  test("tell how to come back to the host", () => {
    expect(inputWarnings(setup(keyboard, true), facts())).toEqual([
      expect.stringMatching(/the host can't be used by them\. Scroll Lock/),
    ]);
    expect(inputWarnings(setup(keyboard, false), facts())).toEqual([expect.stringMatching(/no keyboard/)]);
  });

  test("are missed where the host has none of that name", () => {
    const words = inputWarnings(setup("/dev/input/event9", true), facts({ confinement: ["AppArmor"] }));
    expect(words.slice(1)).toEqual([
      expect.stringMatching(/has no \/dev\/input\/event9 now/),
      expect.stringMatching(/another device after a restart/),
      expect.stringMatching(/AppArmor/),
    ]);
  });
});
