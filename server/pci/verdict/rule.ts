import type { PciDevice } from "../schema";
import type { Reason, ReasonCode } from "../verdict.schema";
import type { Card } from "./card";
import type { HostIndex } from "./host-index";

/** What the host's files don't tell and a verdict depends on. */
export interface VerdictContext {
  /** Addresses of the network cards that carry the connection of the user who asks. */
  managementDevices: readonly string[];
  /** By PCI address: the VMs whose definition has the device. */
  attachments: ReadonlyMap<string, readonly { vmName: string; running: boolean }[]>;
}

export interface JudgedHost extends HostIndex {
  context: VerdictContext;
}

/** One thing that may speak against reserving a card: the reasons that it finds, none where all is well. */
export type Rule = (card: Card, host: JudgedHost) => Reason[];

export function reason(
  weight: Reason["weight"],
  code: ReasonCode,
  devices: readonly PciDevice[],
  message: string,
  fix: string | null,
): Reason {
  return { code, weight, message, fix, devices: devices.map(({ address }) => address) };
}
