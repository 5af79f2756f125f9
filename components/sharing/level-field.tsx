"use client";

import { type ShareWords, shareChoices } from "@/components/fleet/share-words";
import { SelectField } from "@/components/ui/form/select-field";
import type { Share } from "@/server/access/share.schema";

interface LevelFieldProps {
  words: ShareWords;
  level: Share["level"];
  onChange(level: Share["level"]): void;
}

/** What somebody is to be to what is shared with them. */
export function LevelField({ words, level, onChange }: LevelFieldProps) {
  return (
    <SelectField
      label="Access"
      note={words[level].may}
      value={level}
      choices={shareChoices}
      onChange={(chosen: Share["level"]) => onChange(chosen)}
    />
  );
}
