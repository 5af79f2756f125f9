import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBridge } from "../device-kind.schema";
import { classCodes } from "../layouts/layout.test-data";
import { type HardwareReport, type JudgedDevice, judgedReportSchema } from "../schema";
import { isOnHostDriver } from "./device-traits";
import { judgeHost } from "./judge";
import { plainDevice, type RandomHost, randomHost } from "./random-host.test-data";

const address = /\b[0-9a-f]{4,8}:[0-9a-f]{2}:[0-1][0-9a-f]\.[0-7]\b/;

function judged({ report, context }: RandomHost, change: Partial<HardwareReport> = {}): JudgedDevice[] {
  return judgeHost({ ...report, ...change }, context).devices;
}

function byAddress(devices: readonly JudgedDevice[]) {
  return Object.fromEntries(devices.map((device) => [device.address, device]));
}

/** Holds for every device of every host. */
function forDevices(check: (device: JudgedDevice, all: readonly JudgedDevice[]) => void): void {
  fc.assert(
    fc.property(randomHost, (host) => {
      const all = judged(host);
      for (const device of all) check(device, all);
    }),
  );
}

describe("a verdict", () => {
  test("keeps to the contract, and to the facts that it was given", () => {
    fc.assert(
      fc.property(randomHost, ({ report, context }) => {
        const before = structuredClone(report);
        const after = judgeHost(report, context);
        expect(judgedReportSchema.parse(after)).toEqual(after);
        expect(report).toEqual(before);
      }),
    );
  });

  test("is as grave as its gravest reason, which comes first", () => {
    forDevices(({ verdict: { status, reasons } }) => {
      const order = reasons.map(({ weight }) => ["block", "risk", "note"].indexOf(weight));
      expect(order).toEqual(order.toSorted((left, right) => left - right));
      const gravest = reasons[0]?.weight;
      if (gravest === "block" || gravest === "risk")
        expect(status).toBe(gravest === "block" ? "blocked" : "risky");
      else expect(["ready", "bindable"]).toContain(status);
    });
  });

  test("names a device by its address in every message, and lists it", () => {
    forDevices(({ verdict }) => {
      for (const { message, devices } of verdict.reasons) {
        expect(message).toMatch(address);
        expect(devices.length).toBeGreaterThan(0);
      }
    });
  });

  test("does not depend on the order of the devices", () => {
    const shuffled = randomHost.chain((host) => {
      const all = host.report.devices;
      const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      return fc.tuple(fc.constant(host), order);
    });
    fc.assert(
      fc.property(shuffled, ([host, devices]) => {
        expect(byAddress(judged(host, { devices }))).toEqual(byAddress(judged(host)));
      }),
    );
  });

  test("is not changed by a bridge in its group, on a bus of its own or in a slot with others", () => {
    const bridge = fc.record({
      address: fc.constantFrom("0000:00:1c.0", "0000:01:00.7", "0000:03:04.5"),
      iommuGroup: fc.nat(3),
      driver: fc.constantFrom(null, "pcieport", "vfio-pci"),
    });
    fc.assert(
      fc.property(randomHost, bridge, (host, facts) => {
        const added = { ...plainDevice(facts.address), ...facts, class: classCodes.port };
        const devices = [...host.report.devices, added];
        for (const { address: at, verdict } of judged(host))
          expect(byAddress(judged(host, { devices }))[at]?.verdict).toEqual(verdict);
      }),
    );
  });

  test("is shared by all that a guest gets together", () => {
    forDevices((device, all) => {
      const { guestGets } = device.needs;
      if (isBridge(device)) expect(guestGets).toEqual([]);
      else expect(guestGets).toContain(device.address);
      for (const at of guestGets) {
        expect(byAddress(all)[at]?.verdict).toEqual(device.verdict);
        expect(byAddress(all)[at]?.needs).toEqual(device.needs);
      }
    });
  });

  test("is a bar while an endpoint of the group stays with a driver of the host's", () => {
    forDevices(({ needs, verdict }, all) => {
      const others = needs.mustBeBound.map((at) => byAddress(all)[at]);
      const culprits = others.filter((other) => other !== undefined && isOnHostDriver(other));
      if (culprits.length === 0) return;
      const reason = verdict.reasons.find(
        ({ code, weight }) => code === "shared-group" && weight === "block",
      );
      expect(reason?.devices).toEqual(culprits.map((other) => other?.address));
    });
  });
});

describe("what a card needs", () => {
  test("is each device of its groups, once", () => {
    forDevices(({ needs }, all) => {
      const named = [...needs.guestGets, ...needs.mustBeBound, ...needs.leftAlone];
      expect(new Set(named).size).toBe(named.length);
      for (const at of [...needs.guestGets, ...needs.mustBeBound]) {
        const device = byAddress(all)[at];
        expect(device !== undefined && !isBridge(device)).toBe(true);
      }
    });
  });

  test("makes a bindable card ready when it is all on vfio-pci", () => {
    fc.assert(
      fc.property(randomHost, (host) => {
        for (const { address: at, verdict, needs } of judged(host)) {
          if (verdict.status !== "bindable") continue;
          const away = new Set([...needs.guestGets, ...needs.mustBeBound]);
          const devices = host.report.devices.map((device) =>
            away.has(device.address) ? { ...device, driver: "vfio-pci" } : device,
          );
          expect(byAddress(judged(host, { devices }))[at]?.verdict.status).toBe("ready");
        }
      }),
    );
  });
});
