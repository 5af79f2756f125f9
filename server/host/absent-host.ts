import { unable } from "./ability";
import type { Host } from "./host";
import { noLibvirt } from "./libvirt/host-libvirt";

/** A host that nothing can be done to. @param why For people, whatever is asked of it. */
export function absentHost(id: string, why: string): Host {
  const nothing = unable(why);
  return {
    id,
    name: null,
    demo: null,
    files: nothing,
    writer: nothing,
    configuration: nothing,
    guard: nothing,
    tools: nothing,
    libvirt: noLibvirt(why),
    schemas: nothing,
    sockets: nothing,
    qemuFiles: nothing,
    unchangeable: why,
    managementConnection: () => null,
  };
}
