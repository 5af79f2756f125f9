import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { ModuleContext } from "./module-change";

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
