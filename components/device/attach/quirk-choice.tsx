import { CheckField } from "@/components/ui/form/check-field";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { Quirk } from "@/server/domain/quirks/quirk-table.schema";

type QuirkIds = NonNullable<AttachOptions["quirks"]>;

export interface QuirkChoiceProps {
  /** Those that the card calls for in this VM. */
  quirks: readonly Quirk[];
  chosen: QuirkIds;
  onChange(chosen: QuirkIds): void;
}

/** What cards like this need help with in a guest, each with its reason; what fits is ticked beforehand. */
export function QuirkChoice({ quirks, chosen, onChange }: QuirkChoiceProps) {
  if (quirks.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">Known quirks of this card</legend>
      {quirks.map(({ id, title, reason, kind }) =>
        kind === "advice" ? (
          <div key={id} className="pl-7.5">
            <p className="font-medium">{title}</p>
            <p className="wrap-anywhere text-muted text-sm">{reason}</p>
          </div>
        ) : (
          <CheckField
            key={id}
            label={title}
            note={reason}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ),
      )}
    </fieldset>
  );
}
