"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { VmState, VmSummary } from "@/server/fleet/schema";
import { vmKey } from "./vm-key";

/** What stands of a list of VMs in the page's markup, before the fleet's first snapshot has come. */
export interface FirstLook {
  /** The first ones of the list, in its order. */
  vms: readonly VmSummary[];
  /** How many there are in the list. */
  listed: number;
  /** How many there are at all. */
  total: number;
  states: readonly (readonly [VmState, number])[];
}

export interface KnownFirst extends FirstLook {
  keys: readonly string[];
  byKey: ReadonlyMap<string, VmSummary>;
}

const FirstLookContext = createContext<KnownFirst | null>(null);

/** Has the list below it show `look` until the fleet is here. */
export function FirstLookProvider({ look, children }: { look: FirstLook | null; children: ReactNode }) {
  const known = useMemo(() => {
    if (look === null) return null;
    const byKey = new Map(look.vms.map((vm) => [vmKey(vm), vm]));
    return { ...look, byKey, keys: [...byKey.keys()] };
  }, [look]);
  return <FirstLookContext value={known}>{children}</FirstLookContext>;
}

/** What the markup tells of the list around; null where it tells nothing. */
export function useFirstLook(): KnownFirst | null {
  return useContext(FirstLookContext);
}
