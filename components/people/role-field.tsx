import { roleWords } from "@/components/fleet/role-words";
import { SelectField } from "@/components/ui/form/select-field";
import type { Person } from "@/server/access/person.schema";

type Role = Person["role"];

const order: readonly Role[] = ["member", "viewer", "operator", "admin"];
const choices = order.map((value) => ({ value, label: roleWords[value].label }));

/** A role, with what it may do. */
export function RoleField({ value, onChange }: { value: Role; onChange(role: Role): void }) {
  return (
    <SelectField
      label="Role"
      note={roleWords[value].may}
      value={value}
      choices={choices}
      onChange={onChange}
    />
  );
}
