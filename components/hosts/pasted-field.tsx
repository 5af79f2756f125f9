"use client";

import { FileField } from "@/components/ui/form/file-field";
import { AreaField } from "@/components/ui/form/lines-field";

export interface PastedFieldProps {
  label: string;
  note?: string | undefined;
  placeholder: string;
  /** Characters. Of a file that is something else only as much is read as shows that it is too long. */
  longest: number;
  problem: string | undefined;
  value: string;
  onChange(text: string): void;
}

/** A key or a certificate: pasted, or from a file. */
export function PastedField({ label, longest, onChange, ...rest }: PastedFieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <AreaField label={label} rows={4} onChange={onChange} {...rest} />
      <FileField
        label={`${label} from a file`}
        accept=""
        onFile={(file) =>
          void file
            .slice(0, longest + 1)
            .text()
            .then(onChange)
        }
      />
    </div>
  );
}
