"use client";

import { operationsByRight } from "@/components/account/rest/operations";
import { useOperations } from "@/components/account/rest/use-operations";
import { Loaded } from "@/components/data/loaded";
import { CheckField } from "@/components/ui/form/check-field";

interface RightsFieldProps {
  /** By their names: "vm.act". */
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

/** Some of the rights that operations of the REST API take, with what each is for. */
export function RightsField({ chosen, onChange }: RightsFieldProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Rights ({chosen.length} chosen)</legend>
      <Loaded reading={useOperations()} what="the REST API">
        {(operations) => (
          <div className="flex max-h-56 flex-col gap-2 overflow-y-auto rounded-md border border-border p-2">
            {[...operationsByRight(operations)].map(([right, own]) => (
              <CheckField
                key={right}
                label={right}
                note={own.map(({ summary }) => summary).join(", ")}
                checked={chosen.includes(right)}
                onChange={(isChosen) =>
                  onChange(isChosen ? [...chosen, right] : chosen.filter((one) => one !== right))
                }
              />
            ))}
          </div>
        )}
      </Loaded>
    </fieldset>
  );
}
