import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct } from "../act";
import { vmReference } from "../references.schema";

/** Whether a VM is started with its host. */
export const setVmAutostart = defineAct({
  name: "vm.setAutostart",
  title: "Set whether a VM is started with its host",
  input: vmReference.extend({ autostart: z.boolean() }),
  output: z.void(),
  objects: onVm,
  async run({ services: { fleet } }, { hostId, vmId, autostart }) {
    const { summary, handle } = fleet.vm(hostId, vmId);
    const host = fleet.host(hostId);
    await host.run(`VM ${summary.name}`, (connection) =>
      connection.call("domain_set_autostart", { dom: handle, autostart: autostart ? 1 : 0 }),
    );
    // libvirt has no event for this one.
    host.current().refresh(handle);
  },
});
