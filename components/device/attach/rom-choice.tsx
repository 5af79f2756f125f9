"use client";

import { type ReactNode, useId } from "react";
import { TextField } from "@/components/ui/form/text-field";
import type { AttachRom } from "@/server/domain/edit/attach-options.schema";
import { romPathProblem } from "./attach-options";
import { RomFiles } from "./rom-files";

export interface RomChoiceProps {
  hostId: string;
  /** The card's function that the ROM is for. */
  address: string;
  rom: AttachRom;
  onChange(rom: AttachRom): void;
}

/** Where the guest's firmware gets the card's ROM (VBIOS) from. */
export function RomChoice({ hostId, address, rom, onChange }: RomChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">ROM (VBIOS)</legend>
      <RomKind kind="none" chosen={rom.kind} onChoose={() => onChange({ kind: "none" })}>
        From the card
      </RomKind>
      <RomKind kind="off" chosen={rom.kind} onChoose={() => onChange({ kind: "off" })}>
        None: hide the ROM from the guest
      </RomKind>
      <RomKind kind="file" chosen={rom.kind} onChoose={() => onChange({ kind: "file", path: "" })}>
        From a file on the host
      </RomKind>
      {rom.kind === "file" ? (
        <div className="mt-1 flex flex-col gap-2 pl-7.5">
          <TextField
            label="ROM file"
            note="QEMU reads it on the host when the VM starts."
            mono
            value={rom.path}
            problem={romPathProblem(rom.path)}
            onChange={(path) => onChange({ kind: "file", path })}
          />
          <RomFiles
            hostId={hostId}
            address={address}
            path={rom.path}
            onChoose={(path) => onChange({ kind: "file", path })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

interface RomKindProps {
  kind: AttachRom["kind"];
  chosen: AttachRom["kind"];
  onChoose(): void;
  children: ReactNode;
}

function RomKind({ kind, chosen, onChoose, children }: RomKindProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-1.5">
      <span className="inline-flex size-6 shrink-0 items-center justify-center">
        <input
          id={id}
          type="radio"
          className="size-4 cursor-pointer accent-accent"
          checked={kind === chosen}
          onChange={onChoose}
        />
      </span>
      <label htmlFor={id} className="pt-0.5">
        {children}
      </label>
    </div>
  );
}
