import type { Connection } from "../libvirt/connection";
import { domainPausedReason, domainState, errorNumber } from "../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../libvirt/protocol/procedures.gen";
import { parseUuid } from "../libvirt/uuid";
import { orNull } from "../storage/look-up";

export type DomainHandle = ProcedureArguments["domain_get_state"]["dom"];

/**
 * What one of the two hosts has of a VM that moves.
 * - absent: nothing.
 * - off: its definition alone.
 * - incoming: a machine that waits for the memory of the other, and has never run.
 * - halted: it stands still because it was handed over, or was about to be; it ran here before, and may go on.
 * - handed-over: it went on on the other host before all of its memory was there (post-copy), and may never go on here.
 * - on: it is here, be it running or paused by somebody.
 */
export type Presence = "absent" | "off" | "incoming" | "halted" | "handed-over" | "on";

export interface Whereabouts {
  presence: Presence;
  dom: DomainHandle | null;
}

/** Looks where a VM is, as far as one host knows: of the same pause the source has another side than the target. */
export async function whereaboutsOn(
  connection: Pick<Connection, "call">,
  vmId: string,
  side: "source" | "target",
): Promise<Whereabouts> {
  const found = await orNull(
    connection.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) }),
    errorNumber.NO_DOMAIN,
  );
  if (found === null) return { presence: "absent", dom: null };
  const { dom } = found;
  const now = await orNull(connection.call("domain_get_state", { dom, flags: 0 }), errorNumber.NO_DOMAIN);
  return now === null ? { presence: "absent", dom: null } : { presence: presenceOf(now, side), dom };
}

/** Pauses of libvirt's own while a VM is handed over (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPausedReason). */
const pauses: Readonly<Record<"source" | "target", Readonly<Record<number, Presence>>>> = {
  source: {
    [domainPausedReason.MIGRATION]: "halted",
    [domainPausedReason.POSTCOPY]: "handed-over",
    [domainPausedReason.POSTCOPY_FAILED]: "handed-over",
  },
  target: {
    [domainPausedReason.MIGRATION]: "incoming",
    [domainPausedReason.STARTING_UP]: "incoming",
  },
};

function presenceOf(
  { state, reason }: { state: number; reason: number },
  side: "source" | "target",
): Presence {
  if (state === domainState.SHUTOFF || state === domainState.CRASHED) return "off";
  return (state === domainState.PAUSED ? pauses[side][reason] : undefined) ?? "on";
}
