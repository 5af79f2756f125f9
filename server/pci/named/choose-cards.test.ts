import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ryzenX570 } from "../layouts/amd-desktops.test-data";
import { eightGpus } from "../layouts/eight-gpus.test-data";
import { contextOf, reportOf } from "../layouts/layout-report.test-data";
import type { JudgedDevice } from "../schema";
import { judgeHost } from "../verdict/judge";
import type { Reason } from "../verdict.schema";
import { chooseCards, statesOf } from "./choose-cards";
import type { Member, NamedDevice } from "./named-device.schema";

const report = judgeHost(reportOf(eightGpus), contextOf(eightGpus));
const gpus = report.devices.filter(
  ({ class: code, verdict }) => code.startsWith("03") && verdict.status === "bindable",
);
const desktop = judgeHost(reportOf(ryzenX570), contextOf(ryzenX570));
const whole = desktop.devices.find(({ address }) => address === "0000:0b:00.0") as JudgedDevice;
const memberOf = (device: JudgedDevice): Member => {
  const { address, vendorId, deviceId, subsystem, serialNumber, product: label } = device;
  return { address, vendorId, deviceId, subsystem, serialNumber, label };
};
const named = (name: string, ...devices: JudgedDevice[]): NamedDevice => ({
  name,
  note: "",
  members: devices.map(memberOf),
});
const gpu = (place: number) => gpus[place] as JudgedDevice;
const choose = (
  wishes: string[],
  names: NamedDevice[],
  heldBy: [string, string][] = [],
  devices = report.devices,
) => {
  const choice = chooseCards(wishes, names, { devices, heldBy: new Map(heldBy) });
  return "problem" in choice ? choice.problem : choice.cards.map(({ functions }) => functions[0]?.address);
};

describe("the choice of cards", () => {
  test("the host of this test has some", () => expect(gpus.length).toBeGreaterThan(3));

  test("takes the first that is free, with all of its functions", () => {
    const any = named("any", gpu(1), gpu(0));
    expect(choose(["any"], [any])).toEqual([gpu(0).address]);
    expect(choose(["any"], [any], [[gpu(0).address, "the running VM a"]])).toEqual([gpu(1).address]);
    const choice = chooseCards(["any"], [named("any", whole)], {
      devices: desktop.devices,
      heldBy: new Map(),
    });
    const functions = "cards" in choice ? choice.cards[0]?.functions : [];
    expect(functions?.map(({ address }) => address)).toEqual(whole.needs.guestGets);
  });

  test("takes what is reserved for VMs before what has a driver, and what another VM names last", () => {
    const any = named("any", gpu(0), gpu(1), gpu(2));
    const change = (place: number, verdict: JudgedDevice["verdict"]) =>
      report.devices.map((device) => (device === gpu(place) ? { ...device, verdict } : device));
    const ready = change(2, { status: "ready", reasons: [] });
    expect(choose(["any"], [any], [], ready)).toEqual([gpu(2).address]);
    const elsewhere: Reason = {
      code: "attached-elsewhere",
      weight: "note",
      message: "",
      fix: null,
      devices: [],
    };
    const kept = change(0, { status: "ready", reasons: [elsewhere] });
    expect(choose(["any"], [any], [], kept)).toEqual([gpu(1).address]);
  });

  test("gives two where a name is asked for twice, and leaves the only card to who needs just that", () => {
    const [any, one] = [named("any", gpu(0), gpu(1)), named("one", gpu(0))];
    expect(choose(["any", "any"], [any])).toEqual([gpu(0).address, gpu(1).address]);
    expect(choose(["any", "one"], [any, one])).toEqual([gpu(1).address, gpu(0).address]);
    expect(choose(["any", "any", "any"], [any])).toContain("another device that this VM asks for");
  });

  test("says who has each where none is free, and of what there is no such name", () => {
    const any = named("any", gpu(0), gpu(1));
    const held: [string, string][] = [gpu(0), gpu(1)].map(({ address }) => [address, "the running VM web-1"]);
    expect(choose(["any"], [any], held)).toMatch(
      /^No card of “any” is free\. .*\(.*\) is with the running VM web-1\./,
    );
    expect(choose(["none"], [any])).toBe("There is no named device “none” on this host.");
  });

  test("counts a card as taken of which a VM has one function, or something of its group", () => {
    const second = whole.needs.guestGets.find((one) => one !== whole.address) ?? "";
    const held: [string, string][] = [[second, "the running VM a"]];
    expect(choose(["any"], [named("any", whole)], [], desktop.devices)).toEqual([whole.address]);
    expect(choose(["any"], [named("any", whole)], held, desktop.devices)).toContain("VM a");
  });

  test("never gives what the host needs, nor another card that is at a member's address", () => {
    const blocked: Reason = {
      code: "host-storage",
      weight: "block",
      message: "It holds /.",
      fix: null,
      devices: [],
    };
    const devices = report.devices.map((device) =>
      device === gpu(0) ? { ...device, verdict: { status: "blocked" as const, reasons: [blocked] } } : device,
    );
    expect(choose(["any"], [named("any", gpu(0))], [], devices)).toContain("It holds /.");
    const other = { ...named("any", gpu(0)) };
    other.members = other.members.map((member) => ({ ...member, deviceId: "ffff" }));
    expect(choose(["any"], [other])).toContain("is at its address");
  });

  test("finds a card that was put into another slot where only one can be it", () => {
    const numbered = report.devices.map((device) =>
      device === gpu(1) ? { ...device, serialNumber: "7" } : device,
    );
    const member = {
      ...memberOf(gpu(1)),
      address: gpu(0).address,
      serialNumber: "7",
      subsystem: gpu(1).subsystem,
    };
    const moved = { name: "any", note: "", members: [member] };
    const without = numbered.filter((device) => device.address !== gpu(0).address);
    expect(statesOf(moved, without)).toMatchObject([{ state: "moved", now: gpu(1).address }]);
    expect(choose(["any"], [moved], [], without)).toEqual([gpu(1).address]);
    expect(statesOf(moved, [])).toMatchObject([{ state: "gone", verdict: null }]);
  });

  test("no two wishes get one card, none gets one that is held, and where a choice exists it is found", () => {
    const few = gpus.slice(0, 4);
    const subset = fc.uniqueArray(fc.constantFrom(...few), { minLength: 1, maxLength: 4 });
    const wish = fc.array(subset, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(wish, fc.subarray(few), (sets, held) => {
        const names = sets.map((cards, place) => named(`${place}`, ...cards));
        const chosen = choose(
          names.map(({ name }) => name),
          names,
          held.map(({ address }) => [address, "a VM"]),
        );
        const free = sets.map((cards) => cards.filter((card) => !held.includes(card)));
        expect(Array.isArray(chosen)).toBe(canAllBeServed(free));
        if (!Array.isArray(chosen)) return;
        expect(new Set(chosen).size).toBe(sets.length);
        for (const [place, address] of chosen.entries())
          expect(free[place]?.map((card) => card.address)).toContain(address);
      }),
    );
  });
});

/** Whether each set can have a member of its own, by trying all. */
function canAllBeServed([first, ...others]: readonly JudgedDevice[][]): boolean {
  if (first === undefined) return true;
  return first.some((card) => canAllBeServed(others.map((set) => set.filter((one) => one !== card))));
}
