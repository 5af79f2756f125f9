/** Somebody who opens consoles, as others at the same console are told of them. */
export interface Person {
  /** The user's id. */
  id: string;
  name: string;
  /** Their role: "operator". */
  role: string;
  /** Where they open it from. */
  address: string;
  /** Who made the link by which they came, of a guest without an account. */
  guestOf?: string | undefined;
  /** Whether a VM is shared with them, beside what their role allows. */
  sharesVm(vm: { hostId: string; vmId: string }): boolean;
}

/** A console: of a VM the serial or the graphical one. */
export interface ConsolePlace {
  hostId: string;
  /** libvirt's UUID in lower case. */
  vmId: string;
  kind: "serial" | "graphical";
}

/** Who is told of somebody at a console. */
export type Reader = Pick<Person, "id" | "role" | "guestOf" | "sharesVm">;

/**
 * What somebody at a console is called for `reader`; null where that is not theirs to know. Whom a VM is shared with know by
 * name who has it by a share as well, as they do; who has a role on the host does not show to them. Guests are told nobody's
 * name; theirs, which is that of their link, is for all.
 */
export function nameFor(reader: Reader, person: Person, place: ConsolePlace): string | null {
  if (reader.guestOf !== undefined) return null;
  if (person.guestOf !== undefined) return person.name;
  const knows = reader.id === person.id || reader.role !== "member" || person.sharesVm(place);
  return knows ? person.name : null;
}
