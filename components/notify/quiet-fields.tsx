"use client";

import { timeZoneName } from "@/components/formats/days";
import { CheckField } from "@/components/ui/form/check-field";
import { TextField } from "@/components/ui/form/text-field";
import type { QuietHours } from "@/server/notify/rule.schema";

interface QuietFieldsProps {
  quiet: QuietHours | null;
  onChange(quiet: QuietHours | null): void;
}

/** When nothing is sent. */
export function QuietFields({ quiet, onChange }: QuietFieldsProps) {
  return (
    <>
      <CheckField
        label="Quiet hours"
        note="What happens meanwhile is sent at their end, in one message."
        checked={quiet !== null}
        onChange={(isOn) => onChange(isOn ? atFirst() : null)}
      />
      {quiet === null ? null : (
        <>
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField
              label="From"
              type="time"
              value={quiet.from}
              onChange={(from) => onChange({ ...quiet, from })}
            />
            <TextField
              label="To"
              type="time"
              value={quiet.to}
              onChange={(to) => onChange({ ...quiet, to })}
            />
            <TextField
              label="Time zone"
              value={quiet.timeZone}
              onChange={(timeZone) => onChange({ ...quiet, timeZone })}
            />
          </div>
          <CheckField
            label="What is critical is sent all the same"
            checked={quiet.criticalPasses}
            onChange={(criticalPasses) => onChange({ ...quiet, criticalPasses })}
          />
        </>
      )}
    </>
  );
}

/** The night, where whoever looks is. */
function atFirst(): QuietHours {
  return { from: "22:00", to: "07:00", timeZone: timeZoneName(), criticalPasses: true };
}
