import type { OriginalBinding } from "./binding-step";

/** How the devices of one host were bound before they were reserved for VMs; kept on disk. */
export interface OriginalBindings {
  all(): OriginalBinding[];
  /** Written before it returns; what is on record of the same address is replaced. */
  keep(original: OriginalBinding): void;
  forget(address: string): void;
}
