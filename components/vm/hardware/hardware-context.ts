"use client";

import { createContext, useContext } from "react";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { HardwareEdit } from "@/server/domain/hardware/hardware-edit.schema";
import type { VmSummary } from "@/server/fleet/schema";

/** What every form of a VM's hardware needs. */
export interface HardwareRoom {
  vm: VmSummary;
  choices: CreateChoices | null;
  /** Why whoever looks on may change nothing; null where they may. */
  readOnly: string | null;
  /** Shows what a change would do, to be said yes to. */
  propose(title: string, edit: HardwareEdit): void;
}

export const HardwareContext = createContext<HardwareRoom | null>(null);

export function useHardwareRoom(): HardwareRoom {
  const room = useContext(HardwareContext);
  if (room === null) throw new Error("A form of hardware stands outside of a hardware page.");
  return room;
}
