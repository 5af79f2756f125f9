"use client";

import { useEffect, useState } from "react";
import type { DefinitionVersion } from "../history/use-versions";
import { type Draft, keptDrafts } from "./drafts";

export interface DraftState extends Draft {
  /** It says something else than its base. */
  changed: boolean;
  /** Somebody else changed the definition since. */
  overtaken: boolean;
  /** Grows whenever the text is another one than the user typed. */
  generation: number;
  type(text: string): void;
  /** Begins anew on the ground of `base`, with `text` or with its own. */
  restart(base: DefinitionVersion, text?: string): void;
}

/** What a user writes of a VM's definition. As long as that is nothing, it follows the definition. */
export function useDraft(vmKey: string, present: DefinitionVersion): DraftState {
  const [{ draft, generation }, set] = useState(() => ({
    draft: keptDrafts.of(vmKey) ?? { text: present.xml, base: present },
    generation: 0,
  }));
  const changed = draft.text !== draft.base.xml;
  const newer = draft.base.id < present.id;
  const restart = (base: DefinitionVersion, text = base.xml) =>
    set((before) => ({ draft: { base, text }, generation: before.generation + 1 }));
  useEffect(() => {
    if (newer && !changed)
      set((before) => ({
        draft: { base: present, text: present.xml },
        generation: before.generation + 1,
      }));
  }, [newer, changed, present]);
  useEffect(() => keptDrafts.keep(vmKey, draft), [vmKey, draft]);
  useWarningBeforeLeaving(changed);
  return {
    ...draft,
    changed,
    overtaken: newer && changed,
    generation,
    type: (text) => set((before) => ({ ...before, draft: { ...before.draft, text } })),
    restart,
  };
}

/** The browser asks before it closes or reloads a page on which something would be lost. */
function useWarningBeforeLeaving(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [wanted]);
}
