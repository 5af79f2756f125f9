import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { HostLink } from "@/server/network/host/host-network.schema";

export interface LinkFieldProps {
  label: string;
  note: string;
  /** What can be chosen; null where the host's files can't be read, and so a name has to be written. */
  links: readonly HostLink[] | null;
  value: string;
  /** What stands for none: "Any"; without it, one has to be chosen. */
  none?: string;
  problem: string | undefined;
  onChange(name: string): void;
}

/** A network device of the host. */
export function LinkField({ label, note, links, value, none, problem, onChange }: LinkFieldProps) {
  return (
    <Field label={label} note={note} problem={problem}>
      {(attributes) =>
        links === null ? (
          <Input
            {...attributes}
            className="font-mono"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Select
            {...attributes}
            className="w-full"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          >
            <option value="">{none ?? "Choose…"}</option>
            {links.map(({ name, addresses, up }) => (
              <option key={name} value={name}>
                {[name, ...addresses, ...(up ? [] : ["down"])].join(", ")}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  );
}
