"use client";

import { createContext, useContext } from "react";
import type { Problem } from "@/components/ui/form/problems";
import type { Subject } from "@/server/access/share.schema";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import type { PresetTile } from "./opening";
import type { KeptPreset } from "./state/base";
import type { Wizard } from "./state/wizard";

export interface WizardContextValue {
  hostId: string;
  wizard: Wizard;
  /** Whose the VM is going to be; null: nobody's. */
  owner: Subject | null;
  setOwner(owner: Subject | null): void;
  /** What the host has to choose from. */
  choices: CreateChoices;
  /** All that stands against the VM as it is described now. */
  problems: readonly Problem[];
  ourPresets: readonly PresetTile[];
  /** The presets that users have kept. */
  presets: readonly KeptPreset[];
  /** Asks for them anew: one was saved or deleted. */
  reloadPresets(): unknown;
  /** Asks for the choices anew: a volume has come. Undefined where they can't be read. */
  reloadChoices(): Promise<CreateChoices | undefined>;
  update(change: (wizard: Wizard) => Wizard): void;
}

export const WizardContext = createContext<WizardContextValue | null>(null);

/** The wizard that the calling component is part of. */
export function useWizard(): WizardContextValue {
  const value = useContext(WizardContext);
  if (value === null) throw new Error("useWizard needs a WizardContext above it");
  return value;
}

/** The VM as it is described now, and a way to change parts of it. */
export function useDraft(): [VmSpecification, (part: Partial<VmSpecification>) => void] {
  const { wizard, update } = useWizard();
  const change = (part: Partial<VmSpecification>) =>
    update((before) => ({ ...before, draft: { ...before.draft, ...part } }));
  return [wizard.draft, change];
}
