"use client";

import { type ReactNode, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { AttachOptions } from "@/server/vm/edit/attach-options.schema";
import type { CardView } from "../card/card-view";
import { guestAddressProblem, optionsFor } from "./attach-options";
import { RomChoice } from "./rom-choice";

export interface OptionFieldsProps {
  hostId: string;
  card: CardView;
  options: AttachOptions;
  onChange(options: AttachOptions): void;
}

/** The choices of how a card is handed over; only those that make sense for it. */
export function OptionFields({ hostId, card, options, onChange }: OptionFieldsProps) {
  const makesSense = optionsFor(card);
  const change = (part: Partial<AttachOptions>) => onChange({ ...options, ...part });
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">Options</summary>
      <div className="flex flex-col gap-3 border-border border-t px-3 py-3">
        {makesSense.display ? (
          <CheckField
            label="Primary display"
            note="The guest's firmware and boot loader show on this card; the VM's emulated screen goes."
            checked={options.primaryDisplay ?? false}
            onChange={(primaryDisplay) => change({ primaryDisplay })}
          />
        ) : null}
        {makesSense.rom ? (
          <RomChoice
            hostId={hostId}
            rom={options.rom ?? { kind: "none" }}
            onChange={(rom) => change({ rom })}
          />
        ) : null}
        {makesSense.boot ? (
          <TextField
            label="Boot order"
            note="1 is tried first. Empty: the VM does not start from it."
            inputMode="numeric"
            value={options.bootOrder?.toString() ?? ""}
            problem={null}
            onChange={(text) => change({ bootOrder: bootOrderOf(text) })}
          />
        ) : null}
        <TextField
          label="Address in the guest"
          note="Empty: libvirt finds a free one."
          value={options.guestAddress ?? ""}
          problem={guestAddressProblem(options.guestAddress ?? "")}
          onChange={(text) => change({ guestAddress: text.trim() === "" ? null : text.trim() })}
        />
      </div>
    </details>
  );
}

function bootOrderOf(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return Number.isInteger(number) && number > 0 ? number : null;
}

interface CheckFieldProps {
  label: string;
  note: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A choice that is on or off, with what it does. */
export function CheckField({ label, note, checked, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-1.5">
      <Checkbox
        id={id}
        aria-describedby={`${id}-note`}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div className="min-w-0 pt-0.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-note`} className="wrap-anywhere text-muted text-sm">
          {note}
        </p>
      </div>
    </div>
  );
}

interface TextFieldProps {
  label: string;
  note: string;
  value: string;
  problem: string | null;
  inputMode?: "numeric";
  onChange(text: string): void;
}

function TextField({ label, note, value, problem, inputMode, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Input
        id={id}
        className="mt-1 font-mono"
        value={value}
        inputMode={inputMode}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-note`} className={problem === null ? "text-muted text-sm" : "text-danger text-sm"}>
        {problem ?? note}
      </p>
    </div>
  );
}
