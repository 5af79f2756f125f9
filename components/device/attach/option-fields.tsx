"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { OptionalNumberField } from "@/components/ui/form/number-field";
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

/** How a card is attached; only the options that make sense for it. */
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
            note="BIOS guests only: firmware and boot loader show on this card (QEMU's x-vga). Remove the emulated video device on the VM's Hardware tab too, because only one can be primary. UEFI guests do not need this."
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
          <OptionalNumberField
            label="Boot order"
            note="1 is tried first. Leave empty to not boot from it."
            className="max-w-56"
            min={1}
            value={options.bootOrder ?? null}
            onChange={(order) =>
              change({ bootOrder: order !== null && order >= 1 ? Math.trunc(order) : null })
            }
          />
        ) : null}
        <TextField
          mono
          label="Address in the guest"
          className="max-w-56"
          placeholder="0000:05:00.0"
          note="Leave empty to use a free one."
          value={options.guestAddress ?? ""}
          problem={guestAddressProblem(options.guestAddress ?? "")}
          onChange={(text) => change({ guestAddress: text.trim() === "" ? null : text.trim() })}
        />
      </div>
    </details>
  );
}
