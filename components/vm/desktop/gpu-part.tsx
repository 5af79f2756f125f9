"use client";

import { OptionFields } from "@/components/device/attach/option-fields";
import type { CardView } from "@/components/device/card-view";
import { deviceTitle } from "@/components/device/device-names";
import { lookOf } from "@/components/device/verdict-look";
import { SelectField } from "@/components/ui/form/select-field";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { Quirk } from "@/server/domain/quirks/quirk-table.schema";
import type { VmSummary } from "@/server/fleet/schema";

export interface GpuChoice {
  all: readonly CardView[];
  /** null: the VM gets none. */
  chosen: CardView | null;
  choose(card: CardView | null): void;
  quirks: readonly Quirk[];
  options: AttachOptions;
  setOptions(options: AttachOptions): void;
}

/** Which GPU the VM gets, with all functions of the card. */
export function GpuPart({ vm, gpu }: { vm: VmSummary; gpu: GpuChoice }) {
  const { all, chosen, choose, quirks, options, setOptions } = gpu;
  const has = (card: CardView) => card.functions.some(({ address }) => vm.passthrough.includes(address));
  return (
    <>
      <SelectField
        label="GPU"
        note={noteOf(all, chosen)}
        value={chosen?.device.address ?? "none"}
        choices={[
          { value: "none", label: "None" },
          ...all.map((card) => ({
            value: card.device.address,
            label: `${deviceTitle(card.device)} · ${card.device.address} · ${
              has(card) ? "attached" : lookOf(card.device.verdict).word
            }`,
          })),
        ]}
        onChange={(address) => choose(all.find(({ device }) => device.address === address) ?? null)}
      />
      {chosen === null || has(chosen) ? null : (
        <div className="sm:order-last sm:col-span-2">
          <OptionFields
            hostId={vm.hostId}
            card={chosen}
            quirks={quirks}
            options={options}
            onChange={setOptions}
          />
        </div>
      )}
    </>
  );
}

function noteOf(all: readonly CardView[], chosen: CardView | null): string {
  if (all.length === 0) return "The host has no GPU, or its devices can’t be read.";
  if (chosen === null) return "Without a GPU of its own, Looking Glass has nothing to show.";
  const others = chosen.functions.length - 1;
  return others === 0
    ? "The card has this one function."
    : `Its ${others === 1 ? "other function" : `${others} other functions`} (audio, USB) go along.`;
}
