import { readNamedDevices, writeNamedDevices } from "../../domain/named-devices";
import { changeDefinition, type DefinitionRooms } from "../definition/change-definition";

/** What a VM is to ask for, in place of what. */
export interface RequestChange {
  hostId: string;
  vmId: string;
  from: readonly string[];
  to: readonly string[];
  /** Whose it is, for the history. */
  by: string;
  what: string;
}

/**
 * Has a VM ask for other named devices. Where it asks for something else by now than `from`, it is left as it is: so to do it
 * twice is to do it once.
 * @throws AppError where the definition can't be changed.
 */
export async function changeRequest(rooms: DefinitionRooms, change: RequestChange): Promise<void> {
  const { from, to, ...words } = change;
  await changeDefinition(rooms, {
    ...words,
    base: null,
    edit(document) {
      const asks = readNamedDevices(document).map(({ name }) => name);
      if (isSameRequest(asks, from)) writeNamedDevices(document, to);
    },
  });
}

/** Whether two are the same names, in whichever order. */
export function isSameRequest(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}
