"use client";

import { X } from "lucide-react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { type PresetId, presetIds } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import type { ChosenPreset, KeptPreset } from "../../state/base";
import { fitToHost, nodeOfCards } from "../../state/fit-host";
import { withOtherPreset } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { ChoiceTiles } from "./choice-tiles";

/** What sort of VM it is to be: one of Passdeck's presets, or one that users have kept. */
export function PresetChoice() {
  const { wizard, choices, presets, reloadPresets, update } = useWizard();
  const { preset } = wizard;
  const tiles = [
    ...presetIds.map((id) => ({ value: id, label: presetTable[id].title, note: presetTable[id].summary })),
    ...presets.map(({ id, name, note }) => ({ value: id, label: name, note: note || "Saved by a user" })),
  ];
  const choose = (id: string) => {
    const chosen = presetOf(id, presets);
    if (chosen === null) return;
    update((before) => withOtherPreset(before, chosen, choices));
  };
  const remove = useAction(api.create.deletePreset.mutationOptions(), () => {
    reloadPresets();
    choose("linux-server");
  });
  return (
    <>
      <ChoiceTiles legend="Preset" tiles={tiles} value={preset.preset.id} onChange={choose} />
      {preset.kind === "ours" ? <PresetReasons preset={preset} /> : null}
      {preset.kind === "own" ? (
        <Button
          size="sm"
          className="self-start"
          disabled={remove.busy}
          onClick={() => remove.run({ id: preset.preset.id })}
        >
          <X aria-hidden />
          Delete the preset “{preset.preset.name}”
        </Button>
      ) : null}
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {remove.problem}
      </p>
    </>
  );
}

function PresetReasons({ preset: { preset } }: { preset: Extract<ChosenPreset, { kind: "ours" }> }) {
  const { wizard, choices } = useWizard();
  const { settings } = fitToHost(preset, choices, nodeOfCards(wizard.draft.cards, choices));
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">What “{preset.title}” sets, and why</summary>
      <dl className="grid gap-x-6 gap-y-2 border-border border-t px-3 py-3 sm:grid-cols-[minmax(10rem,1fr)_2fr]">
        {settings.map(({ title, reason }) => (
          <div key={title} className="contents">
            <dt className="wrap-anywhere font-medium">{title}</dt>
            <dd className="wrap-anywhere text-muted">{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function presetOf(id: string, kept: readonly KeptPreset[]): ChosenPreset | null {
  const ours = presetIds.find((one): one is PresetId => one === id);
  if (ours !== undefined) return { kind: "ours", preset: presetTable[ours] };
  const own = kept.find((one) => one.id === id);
  return own === undefined ? null : { kind: "own", preset: own };
}
