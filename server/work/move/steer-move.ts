import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

const steeringSchema = z.discriminatedUnion("kind", [
  /** MiB a second at most, from now on. */
  z.object({ kind: z.literal("bandwidth"), bandwidthMiB: z.int().min(1).max(100_000) }),
  /** How long the guest may stand still at the end, in milliseconds. */
  z.object({ kind: z.literal("downtime"), downtimeMs: z.int().min(1).max(60_000) }),
  /** Has the guest run on the target from now on, and fetch what is missing. It can't be cancelled then. */
  z.object({ kind: z.literal("post-copy") }),
]);

/** Changes how a VM that is on its way is moved (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxSpeed). */
export const steerMove = defineAct({
  name: "move.steer",
  title: "Change how a VM is moved",
  input: vmReference.extend({ steering: steeringSchema }),
  output: z.void(),
  objects: onVm,
  // The job that moves it has it in hand.
  inHand: nothing,
  async run({ services: { fleet } }, { hostId, vmId, steering }) {
    const { summary, handle: dom } = fleet.vm(hostId, vmId);
    await fleet.host(hostId).run(`VM ${summary.name}`, async (connection) => {
      if (steering.kind === "bandwidth")
        await connection.call("domain_migrate_set_max_speed", {
          dom,
          bandwidth: BigInt(steering.bandwidthMiB),
          flags: 0,
        });
      else if (steering.kind === "downtime")
        await connection.call("domain_migrate_set_max_downtime", {
          dom,
          downtime: BigInt(steering.downtimeMs),
          flags: 0,
        });
      else await connection.call("domain_migrate_start_post_copy", { dom, flags: 0 });
    });
  },
});
