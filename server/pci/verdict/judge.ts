import type { HardwareReport, JudgedDevice, JudgedReport, PciDevice } from "../schema";
import type { CardNeeds, Reason, Verdict } from "../verdict.schema";
import { isOnVfio } from "../vfio-driver";
import type { Card } from "./card";
import { cardsOf } from "./cards";
import { isOnHostDriver } from "./device-traits";
import { indexHost } from "./host-index";
import { type JudgedHost, reason, type VerdictContext } from "./rule";
import { rules } from "./rules";
import { named } from "./words";

export type { VerdictContext } from "./rule";

type Judgement = Pick<JudgedDevice, "verdict" | "needs">;

/**
 * Judges every device of a host: whether it can be given to a VM, why or why not, and what has to happen to its
 * IOMMU groups. Pure: the same facts give the same verdicts, in whatever order the devices come.
 */
export function judgeHost(report: HardwareReport, context: VerdictContext): JudgedReport {
  const host: JudgedHost = { ...indexHost(report), context };
  const judgements = new Map<string, Judgement>();
  for (const card of cardsOf(host)) {
    const judgement = { verdict: verdictOf(card, host), needs: needsOf(card) };
    for (const { address } of card.functions) judgements.set(address, judgement);
  }
  const devices = report.devices.map((device) => ({
    ...device,
    ...(judgements.get(device.address) ?? bridgeJudgement(device)),
  }));
  return { ...report, devices };
}

function verdictOf(card: Card, host: JudgedHost): Verdict {
  const reasons = rules.flatMap((rule) => rule(card, host)).sort(byWeight);
  return { status: statusOf(card, reasons), reasons };
}

const weights: readonly Reason["weight"][] = ["block", "risk", "note"];

function byWeight(left: Reason, right: Reason): number {
  return weights.indexOf(left.weight) - weights.indexOf(right.weight);
}

function statusOf(card: Card, reasons: readonly Reason[]): Verdict["status"] {
  if (reasons.some(({ weight }) => weight === "block")) return "blocked";
  if (reasons.some(({ weight }) => weight === "risk")) return "risky";
  return card.functions.every(isOnVfio) && !card.others.some(isOnHostDriver) ? "ready" : "bindable";
}

function needsOf({ functions, others, bridges }: Card): CardNeeds {
  return { guestGets: addresses(functions), mustBeBound: addresses(others), leftAlone: addresses(bridges) };
}

/** A bridge is part of the host's own wiring, whatever is behind it. */
function bridgeJudgement(bridge: PciDevice): Judgement {
  const message = `${named(bridge)} is a bridge. It stays with the host, and what is behind it can be reserved for VMs without it.`;
  return {
    verdict: { status: "blocked", reasons: [reason("block", "bridge", [bridge], message, null)] },
    needs: { guestGets: [], mustBeBound: [], leftAlone: [bridge.address] },
  };
}

function addresses(devices: readonly PciDevice[]): string[] {
  return devices.map(({ address }) => address);
}
