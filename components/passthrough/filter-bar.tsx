import { type LucideIcon, Search } from "lucide-react";
import { verdictLooks } from "@/components/device/verdict-look";
import { verdictOrder } from "@/components/device/verdict-order";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { type DeviceKind, deviceKinds } from "@/server/pci/device-kind.schema";
import type { VerdictStatus } from "@/server/pci/verdict.schema";
import type { DeviceFilter } from "./device-filter";
import { kindLooks } from "./kind-look";

export interface FilterBarProps {
  filter: DeviceFilter;
  /** How many devices there are of each kind; kinds without any are not offered. */
  kinds: ReadonlyMap<DeviceKind, number>;
  /** The same of verdicts. */
  verdicts: ReadonlyMap<VerdictStatus, number>;
  total: number;
  onChange(filter: DeviceFilter): void;
}

/** The search field and the choice of a kind, above the groups. */
export function FilterBar({ filter, kinds, verdicts, total, onChange }: FilterBarProps) {
  return (
    <search className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchField text={filter.search} onChange={(search) => onChange({ ...filter, search })} />
      <fieldset className="flex min-w-0 flex-wrap gap-1">
        <legend className="sr-only">Device type</legend>
        <Choice
          label="All"
          count={total}
          pressed={filter.kind === null}
          onPress={() => onChange({ ...filter, kind: null })}
        />
        {deviceKinds.map((kind) => (
          <Choice
            key={kind}
            label={kindLooks[kind].many}
            count={kinds.get(kind) ?? 0}
            pressed={filter.kind === kind}
            onPress={() => onChange({ ...filter, kind: filter.kind === kind ? null : kind })}
          />
        ))}
      </fieldset>
      <fieldset className="flex min-w-0 flex-wrap gap-1">
        <legend className="sr-only">Verdict</legend>
        {verdictOrder.map((verdict) => (
          <Choice
            key={verdict}
            icon={verdictLooks[verdict].icon}
            label={verdictLooks[verdict].word}
            count={verdicts.get(verdict) ?? 0}
            pressed={filter.verdict === verdict}
            onPress={() => onChange({ ...filter, verdict: filter.verdict === verdict ? null : verdict })}
          />
        ))}
      </fieldset>
    </search>
  );
}

function SearchField({ text, onChange }: { text: string; onChange(text: string): void }) {
  return (
    <div className="relative w-full sm:w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label="Search devices"
        placeholder="Name, address, id, driver"
        className="pl-8"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface ChoiceProps {
  icon?: LucideIcon;
  label: string;
  count: number;
  pressed: boolean;
  onPress(): void;
}

/** One choice; none is offered that would show nothing. */
function Choice({ icon: Icon, label, count, pressed, onPress }: ChoiceProps) {
  if (count === 0 && !pressed) return null;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        "inline-flex h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm",
        pressed
          ? "border-accent bg-accent/10 font-medium text-accent"
          : "border-border text-foreground hover:bg-foreground/6",
      )}
    >
      {Icon === undefined ? null : <Icon aria-hidden className="size-3.5" />}
      {label}
      <span className={pressed ? "" : "text-muted"}>{count}</span>
    </button>
  );
}
