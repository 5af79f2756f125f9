"use client";

import { useState } from "react";
import { NumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { consoleLinkLimits } from "@/server/access/console-link.schema";

const choices = [
  { value: "15", label: "15 minutes" },
  { value: "60", label: "1 hour" },
  { value: "480", label: "8 hours" },
  { value: "custom", label: "Custom" },
] as const;

/** How long a link works where nobody chose. */
export const usualMinutes = 60;
const mostHours = consoleLinkLimits.mostMinutes / 60;

export interface LinkTimeProps {
  minutes: number;
  onChange(minutes: number): void;
}

/** For how long a link works. */
export function LinkTime({ minutes, onChange }: LinkTimeProps) {
  const [chosen, setChosen] = useState<(typeof choices)[number]["value"]>("60");
  return (
    <>
      <SelectField
        label="Works for"
        value={chosen}
        choices={choices}
        onChange={(value) => {
          setChosen(value);
          if (value !== "custom") onChange(Number(value));
        }}
      />
      {chosen === "custom" ? (
        <NumberField
          label="Hours"
          note={`${mostHours} at most, which is seven days.`}
          min={1}
          max={mostHours}
          value={minutes / 60}
          onChange={(hours) => onChange(hours * 60)}
        />
      ) : null}
    </>
  );
}
