import { type Role, roles } from "../role";

/** For each role, who has it: names of groups, "@example.org", "ada@example.org", or "*" for everybody. */
export type RoleMapping = Readonly<Record<Role, readonly string[]>>;

/** What a mapping asks of somebody. */
export interface MappedPerson {
  /** null where their provider tells of no groups at all. */
  groups: readonly string[] | null;
  /** Only one that the provider has verified. */
  email: string | null;
}

/** The highest role that a mapping gives somebody; null where it gives none. Case makes no difference. */
export function mappedRole(mapping: RoleMapping, person: MappedPerson): Role | null {
  return [...roles].reverse().find((role) => mapping[role].some((entry) => fits(entry, person))) ?? null;
}

function fits(entry: string, { groups, email }: MappedPerson): boolean {
  if (entry === "*") return true;
  const wanted = entry.toLowerCase();
  // What has an @ is an address of mail, or the end of one: no group is taken for it.
  if (!wanted.includes("@")) return groups?.some((group) => group.toLowerCase() === wanted) ?? false;
  const address = email?.toLowerCase() ?? "";
  return wanted.startsWith("@") ? address.slice(address.lastIndexOf("@")) === wanted : address === wanted;
}
