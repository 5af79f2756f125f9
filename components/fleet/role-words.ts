import type { Person } from "@/server/access/person.schema";

/** Roles for people: as a name, within a sentence, and what each may do. */
export const roleWords: Readonly<Record<Person["role"], { label: string; a: string; may: string }>> = {
  member: {
    label: "Member",
    a: "a member",
    may: "Sees only the VMs that are shared with them, and does to each what its share allows.",
  },
  viewer: { label: "Viewer", a: "a viewer", may: "Sees everything, changes nothing." },
  operator: {
    label: "Operator",
    a: "an operator",
    may: "Starts and stops VMs, and uses their consoles. Plans other changes, and carries none out.",
  },
  admin: { label: "Administrator", a: "an administrator", may: "May do everything, also invite people." },
};
