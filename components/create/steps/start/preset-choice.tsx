"use client";

import { X } from "lucide-react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import type { Preset } from "@/server/create/presets/preset.schema";
import { needHost } from "../../state/need-host";
import { useWizard } from "../../wizard-context";
import { ChoiceTiles } from "./choice-tiles";
import { useChoosePreset } from "./use-choose-preset";

/** What sort of VM it is to be: one of Passdeck's presets, or one that users have kept. */
export function PresetChoice() {
  const { wizard, ourPresets, presets, reloadPresets, choices } = useWizard();
  const { preset } = wizard;
  const tiles = [
    ...(choices.grant === null ? ourPresets : ourPresets.filter(({ value }) => !needHost.has(value))),
    ...presets.map(({ id, name, note }) => ({ value: id, label: name, note: note || "Saved by a user" })),
  ];
  const { wanted, choose, problem } = useChoosePreset();
  const remove = useAction(api.create.deletePreset.mutationOptions(), () => {
    reloadPresets();
    choose("linux-server");
  });
  return (
    <>
      <ChoiceTiles legend="Preset" tiles={tiles} value={wanted ?? preset.preset.id} onChange={choose} />
      {preset.kind === "ours" ? <PresetReasons preset={preset.preset} /> : null}
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
        {problem ?? remove.problem}
      </p>
    </>
  );
}

function PresetReasons({ preset: { title, settings } }: { preset: Preset }) {
  return (
    <details className="rounded-lg border border-border">
      <summary className="cursor-pointer px-3 py-2 font-medium">What “{title}” sets, and why</summary>
      <dl className="grid gap-x-6 gap-y-2 border-border border-t px-3 py-3 sm:grid-cols-[minmax(10rem,1fr)_2fr]">
        {settings.map((setting) => (
          <div key={setting.title} className="contents">
            <dt className="wrap-anywhere font-medium">{setting.title}</dt>
            <dd className="wrap-anywhere text-muted">{setting.reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
