import { CheckField } from "@/components/ui/form/check-field";

interface GrantNamesProps {
  legend: string;
  note?: string;
  /** What the host has; null while that is not known, or can't be read. */
  offered: readonly string[] | null;
  chosen: readonly string[];
  onChange(names: string[]): void;
}

/** Some of a host's pools or networks, by name; what is chosen and not there any more can be taken back. */
export function GrantNames({ legend, note, offered, chosen, onChange }: GrantNamesProps) {
  const names = [...new Set([...(offered ?? []), ...chosen])];
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {note === undefined ? null : <p className="text-muted text-sm">{note}</p>}
      {offered?.length === 0 && names.length === 0 ? <p className="text-muted">The host has none.</p> : null}
      {names.map((name) => (
        <CheckField
          key={name}
          label={name}
          {...(offered === null || offered.includes(name) ? {} : { note: "Not on the host now." })}
          checked={chosen.includes(name)}
          onChange={(on) => onChange(on ? [...chosen, name] : chosen.filter((one) => one !== name))}
        />
      ))}
    </fieldset>
  );
}
