import type { PlannedStep } from "../../plan.schema";
import type { JudgedDevice, JudgedReport } from "../schema";
import { type Binding, type BindingStep, type BindingWay, vfioDriver } from "./binding-step";
import { effectsOf } from "./effects";

/** A step in words, with what exactly it writes and runs. */
export function plannedStep(step: BindingStep, report: JudgedReport, way: BindingWay): PlannedStep {
  switch (step.act) {
    case "load-driver":
      return {
        title: `Load the ${vfioDriver} driver if it is not loaded`,
        effect: `modprobe ${vfioDriver}`,
        risk: null,
        undo: null,
      };
    case "keep":
      return {
        title: "Record the current drivers of the devices",
        effect: step.devices.map(({ address }) => recordLine(address, driverNow(report, address))).join("\n"),
        risk: null,
        undo: "The record is deleted.",
      };
    case "reserve":
      return reserveWords(step, report, way);
    case "return":
      return returnWords(step, way);
    case "forget":
      return {
        title: "Delete the record of their previous drivers",
        effect: step.originals.map(({ address, driver }) => recordLine(address, driver)).join("\n"),
        risk: null,
        undo: "The record is restored.",
      };
  }
}

function reserveWords(
  { device }: Extract<BindingStep, { act: "reserve" }>,
  report: JudgedReport,
  way: BindingWay,
): PlannedStep {
  const effects = effectsOf[way];
  const driver = driverNow(report, device.address);
  const from = driver === null ? "" : ` (now ${driver})`;
  return {
    title: `Bind ${device.name} to ${vfioDriver}${from}`,
    effect: effects.reserve(device.address, driver),
    risk: riskOf(deviceAt(report, device.address)),
    undo: effects.returnToHost(device.address, { driver, driverOverride: null }),
  };
}

function returnWords(
  { device, original }: Extract<BindingStep, { act: "return" }>,
  way: BindingWay,
): PlannedStep {
  const effects = effectsOf[way];
  return {
    title: `Return ${device.name} to ${original === null ? "the host" : (original.driver ?? "no driver, as it was")}`,
    effect: effects.returnToHost(device.address, original),
    risk: backRisk(original, way),
    undo: effects.reserve(device.address, original?.driver ?? null),
  };
}

function backRisk(original: Binding | null, way: BindingWay): string | null {
  if (original === null) {
    return "Passdeck did not reserve it and does not know its previous driver. The kernel chooses one.";
  }
  return original.driver === null && way === "libvirt"
    ? "It had no driver before; libvirt lets the kernel choose one."
    : null;
}

/** What the verdict says of this very function. */
function riskOf(device: JudgedDevice | undefined): string | null {
  const risks = (device?.verdict.reasons ?? []).filter(
    ({ weight, devices }) => weight === "risk" && devices.includes(device?.address ?? ""),
  );
  return risks.length === 0 ? null : risks.map(({ message }) => message).join(" ");
}

function recordLine(address: string, driver: string | null): string {
  return `${address}: ${driver ?? "no driver"}`;
}

function driverNow(report: JudgedReport, address: string): string | null {
  return deviceAt(report, address)?.driver ?? null;
}

function deviceAt(report: JudgedReport, address: string): JudgedDevice | undefined {
  return report.devices.find((device) => device.address === address);
}
