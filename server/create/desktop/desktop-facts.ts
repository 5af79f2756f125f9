import type { HostInputs } from "../../host/input-devices";
import type { LookingGlassHost } from "../../host/looking-glass-host";
import type { MemorySupply } from "../../host/memory-supply";
import type { DesktopSetup } from "./desktop.schema";

/** What a plan has to know beforehand besides the definition. */
export interface DesktopFacts {
  vmName: string;
  /** The VM's memory; null where its definition does not tell. */
  memoryBytes: number | null;
  /** null where the host's files can't be read. */
  host: { memory: MemorySupply; inputs: HostInputs; lookingGlass: LookingGlassHost } | null;
}

/** What is to be known of one part of the setup before it is made, a sentence each. */
export type PartWarnings = (setup: DesktopSetup, facts: DesktopFacts) => string[];
