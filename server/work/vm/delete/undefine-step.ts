import * as z from "zod";
import { readSavedDefinition } from "../../../domain/edit-definition";
import { undefineVm } from "../../../domain/removal";
import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import { noteOf, type StepWork } from "../../../job/job-kind";
import type { Connection } from "../../../libvirt/connection";
import { findDomain, isActive } from "../../create/own-domain";
import type { DefinitionHistory } from "../../definition/definition-history";
import { persevering } from "../../persevering";
import { goneSoon } from "../../present-soon";
import type { DeleteInput } from "./delete-input.schema";
import { lostWith } from "./lost-with";

/** What deleting a VM reaches. */
export interface VmRooms {
  fleet: Pick<Fleet, "host">;
  definitions: Pick<DefinitionHistory, "change" | "versions">;
}

/** What the step has found, before it asks libvirt to forget the VM. */
const noteSchema = z.object({
  /** With passwords; forgotten when the job is done. */
  xml: z.string(),
  autostart: z.boolean(),
  /** What can't be put back with the definition. */
  lost: z.array(z.string()),
  putBack: z.boolean(),
});
type Note = z.infer<typeof noteSchema>;

/** Has libvirt forget a VM that is off. Taken back, its definition is there again; what went with it is told. */
export function undefineStep(
  { fleet, definitions }: VmRooms,
  hostId: string,
  { vmId, vmName, by }: DeleteInput,
): StepWork {
  const change = (what: string, work: (connection: Connection) => Promise<void>) =>
    definitions.change({ hostId, vmId }, { subject: `VM ${vmName}`, by, what }, work);
  const isThere = async (connection: Connection) => (await findDomain(connection, vmId)) !== null;
  // What was asked for just before a crash libvirt may do only now. Nothing else is asked about the VM meanwhile:
  // libvirt 9.0 may crash where a VM is read while it is forgotten.
  const isGone = () =>
    fleet.host(hostId).run(`VM ${vmName}`, (connection) => goneSoon(() => isThere(connection)));
  return persevering(() => fleet.host(hostId), {
    run: async (context) => {
      const note = noteOf(context.note, noteSchema);
      if (note !== null && (await isGone())) return;
      await change("Deleted it", async (connection) => {
        const dom = await findDomain(connection, vmId);
        if (dom === null && note === null) throw refusal(`${vmName} was deleted in the meantime.`);
        if (dom === null) return;
        if (await isActive(connection, dom)) throw isOn(vmName);
        const xml = await readSavedDefinition(connection, dom);
        if (note !== null && note.xml !== xml) throw definedAnew(vmName);
        const { autostart } = await connection.call("domain_get_autostart", { dom });
        const lost = await lostWith(connection, dom, xml);
        context.remember({ xml, autostart: autostart !== 0, lost, putBack: false });
        await undefineVm(connection, dom);
      });
    },
    verify: () =>
      fleet.host(hostId).run(`VM ${vmName}`, async (connection) => {
        if (await isThere(connection)) throw definedAnew(vmName);
      }),
    undo: async (memory) => {
      const note = noteOf(memory.note, noteSchema);
      if (note === null || (!note.putBack && !(await isGone()))) return;
      if (!note.putBack) {
        await change("Took back: deleted it", (connection) => putBack(connection, note));
        memory.remember({ ...note, putBack: true });
      }
      if (note.lost.length > 0) throw notWhole(vmName, note.lost);
    },
  });
}

async function putBack(connection: Connection, { xml, autostart }: Note): Promise<void> {
  const { dom } = await connection.call("domain_define_xml_flags", { xml, flags: 0 });
  if (autostart) await connection.call("domain_set_autostart", { dom, autostart: 1 });
}

function isOn(vmName: string): AppError {
  return refusal(`${vmName} is on. Shut it down or force it off first.`);
}

function definedAnew(vmName: string): AppError {
  return refusal(
    `Somebody else has defined ${vmName} anew since this began, so it was left as it is. Look at it, then delete it again.`,
  );
}

function notWhole(vmName: string, lost: readonly string[]): AppError {
  return refusal(`${vmName} is defined again as it was, but ${lost.join(", ")} can’t be restored.`);
}

function refusal(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
