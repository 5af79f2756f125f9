"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { TextField } from "@/components/ui/form/text-field";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { Quirk } from "@/server/domain/quirks/quirk-table.schema";
import type { CardView } from "../card-view";
import { guestAddressProblem, optionsFor } from "./attach-options";
import { QuirkChoice } from "./quirk-choice";
import { RomChoice } from "./rom-choice";

export interface OptionFieldsProps {
  hostId: string;
  card: CardView;
  /** The quirks that the card has in this VM. */
  quirks: readonly Quirk[];
  options: AttachOptions;
  onChange(options: AttachOptions): void;
}

/** The choices of how a card is handed over; only those that make sense for it. */
export function OptionFields({ hostId, card, quirks, options, onChange }: OptionFieldsProps) {
  const makesSense = optionsFor(card);
  const change = (part: Partial<AttachOptions>) => onChange({ ...options, ...part });
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">Options</summary>
      <div className="flex flex-col gap-3 border-border border-t px-3 py-3">
        {makesSense.display ? (
          <CheckField
            label="Primary display"
            note="A BIOS guest's firmware and boot loader show on this card (QEMU's x-vga). Then take the emulated video card away on the VM's hardware page, as only one can be first. UEFI does without."
            checked={options.primaryDisplay ?? false}
            onChange={(primaryDisplay) => change({ primaryDisplay })}
          />
        ) : null}
        <QuirkChoice
          quirks={quirks}
          chosen={options.quirks ?? []}
          onChange={(chosen) => change({ quirks: chosen })}
        />
        {makesSense.rom ? (
          <RomChoice
            hostId={hostId}
            address={card.device.address}
            rom={options.rom ?? { kind: "none" }}
            onChange={(rom) => change({ rom })}
          />
        ) : null}
        {makesSense.boot ? (
          <BootOrder order={options.bootOrder ?? null} onChange={(bootOrder) => change({ bootOrder })} />
        ) : null}
        <TextField
          label="Address in the guest"
          className="max-w-56 font-mono"
          placeholder="0000:05:00.0"
          note="Empty: a free one is found."
          value={options.guestAddress ?? ""}
          problem={guestAddressProblem(options.guestAddress ?? "")}
          onChange={(text) => change({ guestAddress: text.trim() === "" ? null : text.trim() })}
        />
      </div>
    </details>
  );
}

interface BootOrderProps {
  order: number | null;
  onChange(order: number | null): void;
}

function BootOrder({ order, onChange }: BootOrderProps) {
  return (
    <TextField
      label="Boot order"
      note="1 is tried first. Empty: the VM does not start from it."
      inputMode="numeric"
      className="max-w-24 font-mono"
      value={order?.toString() ?? ""}
      onChange={(text) => onChange(bootOrderOf(text))}
    />
  );
}

function bootOrderOf(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return Number.isInteger(number) && number > 0 ? number : null;
}
