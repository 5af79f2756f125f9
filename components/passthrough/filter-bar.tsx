import { verdictLooks } from "@/components/device/verdict-look";
import { verdictOrder } from "@/components/device/verdict-order";
import { FilterChoice } from "@/components/ui/filter-choice";
import { SearchField } from "@/components/ui/search-field";
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
      <SearchField
        label="Search devices"
        placeholder="Name, address, id, driver"
        text={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <fieldset className="flex min-w-0 flex-wrap gap-1">
        <legend className="sr-only">Device type</legend>
        <FilterChoice
          label="All"
          count={total}
          pressed={filter.kind === null}
          onPress={() => onChange({ ...filter, kind: null })}
        />
        {deviceKinds.map((kind) => (
          <FilterChoice
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
          <FilterChoice
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
