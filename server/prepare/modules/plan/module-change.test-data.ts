import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { ModuleChange, ModuleContext } from "./module-change";

export const noChange: ModuleChange = {
  earlyModules: [],
  loadModules: [],
  removeModules: [],
  softdeps: [],
  blacklist: { add: [], remove: [] },
  vfioIds: { add: [], remove: [] },
  overrides: new Map(),
  vfioAddresses: [],
  hugePages: null,
};

/** A host of this tool of which nothing else is known. */
export function contextOf(initramfs: InitramfsTool | null): ModuleContext {
  return {
    initramfs,
    imageBased: false,
    rivals: [],
    builtIn: new Set(),
    twins: new Set(),
    deviceIds: new Map(),
    memory: null,
  };
}
