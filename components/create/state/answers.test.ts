import { describe, expect, test } from "vitest";
import type { PresetId } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { asksForAnswers } from "./asks-for-answers";
import { sampleChoices } from "./choices.test-data";
import { ourPreset } from "./chosen-preset";
import { standInHash } from "./password";
import { withPasswordHash } from "./password-hash";
import { requestOf } from "./request";
import { computerNameOf } from "./windows-settings";
import { openWizard, type Wizard } from "./wizard";

const open = (id: PresetId, way: Wizard["way"] = "iso") =>
  openWizard(way, ourPreset(presetTable[id]), sampleChoices);
const iso = { kind: "volume" as const, pool: "isos", volume: "windows.iso" };

/** A wizard for Windows from an ISO, with answers. */
function answered(part: Partial<Wizard["answers"]>): Wizard {
  const wizard = open("windows-11");
  const opticalDrives = [{ source: iso, bus: null, bootOrder: null }];
  return {
    ...wizard,
    draft: { ...wizard.draft, opticalDrives },
    answers: { ...wizard.answers, on: true, password: "secret", ...part },
  };
}

/** A wizard for Linux from an ISO, with answers. */
function linux(part: Partial<Wizard["linux"]>): Wizard {
  const wizard = open("linux-server");
  const opticalDrives = [{ source: iso, bus: null, bootOrder: null }];
  return {
    ...wizard,
    draft: { ...wizard.draft, opticalDrives },
    linux: { ...wizard.linux, on: true, installer: "kickstart", password: "secret", ...part },
  };
}

describe("answers", () => {
  test("are asked for where a system is installed from its CD", () => {
    expect(asksForAnswers(open("windows-11"))).toBe("windows");
    expect(asksForAnswers(open("linux-server"))).toBe("linux");
    expect(asksForAnswers(open("windows-11", "disk"))).toBeNull();
    expect(asksForAnswers(open("linux-server", "cloud-image"))).toBeNull();
  });

  test("go with the VM, beside its disk", () => {
    const { request, problems } = requestOf(answered({}), sampleChoices);
    expect(problems).toEqual([]);
    expect(request?.source).toMatchObject({
      answers: {
        kind: "windows",
        pool: "default",
        settings: { account: "admin", computerName: "WINDOWS-11" },
      },
    });
  });

  test("that were edited go as they are", () => {
    const files = [{ name: "autounattend.xml", content: "<unattend/>" }];
    const { request } = requestOf(answered({ files }), sampleChoices);
    expect(request?.source).toMatchObject({ answers: { kind: "files", files } });
  });

  test("for Linux go with a stand-in of the password, which the hash takes the place of in the end", async () => {
    const { request, problems } = requestOf(linux({}), sampleChoices);
    expect(problems).toEqual([]);
    const settings = { user: "admin", passwordHash: standInHash, hostname: "linux-server-2" };
    expect(request?.source).toMatchObject({ answers: { kind: "linux", installer: "kickstart", settings } });
    const hashed = request && (await withPasswordHash(request, "secret"));
    expect(hashed?.source).toMatchObject({
      answers: { settings: { passwordHash: expect.stringMatching(/^\$6\$[^$]{16}\$.{86}$/) } },
    });
  });

  test("for Linux need a password, and an address where the network is static", () => {
    const paths = (part: Partial<Wizard["linux"]>) =>
      requestOf(linux(part), sampleChoices).problems.map(({ path }) => path.slice(2));
    expect(paths({ password: "" })).toEqual([["passwordHash"]]);
    expect(paths({ network: "static", address: "10.0.0.2" })).toEqual([
      ["network", "address"],
      ["network", "gateway"],
      ["network", "nameServers"],
    ]);
  });

  test("that are missing are asked for at their fields", () => {
    const { problems } = requestOf(answered({ password: "" }), sampleChoices);
    expect(problems.map(({ path }) => path)).toEqual([["answers", "settings", "password"]]);
  });

  test("stay out where they are not wanted", () => {
    expect(requestOf(answered({ on: false }), sampleChoices).request?.source).toMatchObject({
      answers: null,
    });
  });
});

test.each([
  ["windows-11", "WINDOWS-11"],
  ["my long machine's name", "MY-LONG-MACHINE"],
  ["42", "PC-42"],
  ["東京", "PC"],
])("the computer of the VM %s is called %s", (vm, name) => expect(computerNameOf(vm)).toBe(name));
