import type { BootChanges } from "../../database/boot-changes";
import type { OriginalFiles } from "../../database/original-files";
import { need } from "../../host/ability";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { Host } from "../../host/host";
import type { HostTree } from "../../host/host-tree";
import type { PrepareInput } from "./prepared-change.schema";

/** What the steps of one change reach. */
export interface PrepareWorld {
  change: PrepareInput;
  hostId: string;
  changes: BootChanges;
  originals: OriginalFiles;
  configuration(): HostConfiguration;
  tree(): HostTree;
}

/** @param machine Asked when a step begins: what it can't do is why the step fails. */
export function worldOf(
  machine: () => Pick<Host, "configuration" | "files">,
  parts: Omit<PrepareWorld, "configuration" | "tree">,
): PrepareWorld {
  return {
    ...parts,
    configuration: () => need(machine().configuration),
    tree: () => need(machine().files),
  };
}
