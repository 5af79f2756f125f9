import { presetIds } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import type { ChosenPreset } from "./state/base";
import { ourPreset } from "./state/chosen-preset";

/** One of Passdeck's presets as it is offered. */
export interface PresetTile {
  value: string;
  label: string;
  note: string;
}

/** What the page of a new VM begins with. */
export interface Opening {
  presets: readonly PresetTile[];
  preset: ChosenPreset;
}

/** Made where the page is drawn, so that the page begins without the schemas that it takes. */
export function opening(): Opening {
  return {
    presets: presetIds.map((id) => ({
      value: id,
      label: presetTable[id].title,
      note: presetTable[id].summary,
    })),
    preset: ourPreset(presetTable["linux-server"]),
  };
}
