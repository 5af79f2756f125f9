import type { Document } from "@xmldom/xmldom";
import { mayHavePasswords } from "../../domain/changes/passwords";
import { refuseOtherIdentity } from "../../domain/changes/same-identity";
import type { SavedDefinition } from "../../domain/changes/saved-definition";
import { readSavedDefinition, saveDefinition } from "../../domain/edit-definition";
import type { DomainHandle } from "../../domain/lifecycle";
import { refuseNewProblems } from "../../domain/validate/schema-problems";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { LibvirtSchemas } from "../../host/libvirt/libvirt-schemas";
import type { Connection } from "../../libvirt/connection";
import { fingerprintOf } from "../../xml/fingerprint";
import { problemOf } from "../../xml/problem-of";
import { parseXml, serializeXml } from "../../xml/xml";
import { DefinitionConflict } from "./definition-conflict";
import type { DefinitionHistory } from "./definition-history";

/** A change of a VM's definition. */
export interface DefinitionChange {
  hostId: string;
  vmId: string;
  /** The user's name. */
  by: string;
  /** What is done, in a line, for the history: "Added disk vdb". */
  what: string;
  /** `fingerprintOf` the definition that the user saw; null where the change is right whatever the definition is. */
  base: string | null;
  /** Changes the saved definition's document, which has its passwords. An edit that changes nothing makes no version. */
  edit(document: Document): void;
  /**
   * Does the same to the running machine, where the VM runs: called once the saved definition is in force. Where it
   * rejects, the saved definition is made what it was.
   */
  live?(connection: Connection, dom: DomainHandle): Promise<void>;
}

/** What {@link changeDefinition} needs. */
export interface DefinitionRooms {
  fleet: Pick<Fleet, "host" | "vm">;
  definitions: DefinitionHistory;
}

/**
 * The one way to change a VM's definition: compares it with what the user saw, edits the live document, checks it
 * against the host's libvirt's schema, has libvirt take it over, and keeps the version.
 * @returns whether the VM runs, and so has to be started anew for what `live` did not do.
 * @throws DefinitionConflict where the definition is another one by now; AppError "conflict" for a VM that has no
 * saved definition, "bad-input" for one that would become another VM.
 */
export function changeDefinition(
  { fleet, definitions }: DefinitionRooms,
  change: DefinitionChange,
): Promise<{ active: boolean }> {
  const { name } = fleet.vm(change.hostId, change.vmId).summary;
  const { machine } = fleet.host(change.hostId);
  const vm = { hostId: change.hostId, vmId: change.vmId.toLowerCase() };
  const author = { subject: `VM ${name}`, by: change.by, what: change.what };
  return definitions.change(vm, author, async (connection, before) => {
    if (before === null) throw noDefinition(name);
    refuseConflict(definitions, change, { name, before });
    await apply({ connection, schemas: machine.schemas.value }, before, change);
    return { active: before.active };
  });
}

function refuseConflict(
  definitions: DefinitionHistory,
  { hostId, vmId, base }: DefinitionChange,
  { name, before }: { name: string; before: SavedDefinition },
): void {
  if (base === null || base === fingerprintOf(before.xml)) return;
  const now = definitions.versions.latest({ hostId, vmId: vmId.toLowerCase() });
  if (now !== null) throw new DefinitionConflict(name, now);
}

async function apply(
  { connection, schemas }: { connection: Connection; schemas: LibvirtSchemas | null },
  { handle, active, xml }: SavedDefinition,
  { edit, live }: DefinitionChange,
): Promise<void> {
  const present = mayHavePasswords(xml) ? await readSavedDefinition(connection, handle) : xml;
  const document = parsePresent(handle.name, present);
  edit(document);
  const edited = serializeXml(document);
  const changes = edited !== serializeXml(parseXml(present));
  if (changes) {
    refuseOtherIdentity(present, edited);
    await refuseNewProblems(present, edited, schemas);
    await saveDefinition(connection, edited);
  }
  if (!active || live === undefined) return;
  try {
    await live(connection, handle);
  } catch (error) {
    if (changes) await saveDefinition(connection, present);
    throw error;
  }
}

/** @throws AppError "conflict" for a definition that can't be read, and so can't be changed by an edit. */
function parsePresent(name: string, xml: string): Document {
  try {
    return parseXml(xml);
  } catch (error) {
    throw new AppError("conflict", {
      userMessage: `The definition of ${name} can't be read, and so nothing of it can be changed here. ${problemOf(error)} “virsh edit” may mend it.`,
      cause: error,
    });
  }
}

function noDefinition(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} has no saved definition: it is gone, or lasts only until it is shut down. Define it with libvirt first.`,
  });
}
