import type { PciDevice } from "../schema";
import type { Reason, ReasonCode } from "../verdict.schema";
import type { Card } from "./card";
import type { HostIndex } from "./host-index";

/** What the host's files don't tell and a verdict depends on. */
export interface VerdictContext {
  /** Addresses of the network cards that carry the connection of the user who asks. */
  managementDevices: readonly string[];
  /** By PCI address: the VMs whose definition has the device, or a part of it. */
  attachments: ReadonlyMap<string, readonly Attachment[]>;
}

/** A VM that has a device of the host in its definition. */
export interface Attachment {
  vmName: string;
  running: boolean;
  /** What it has of the device, where that is not the device itself: "the USB device 046d:c52b". */
  part?: string;
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
