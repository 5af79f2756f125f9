"use client";

import { Field, type FieldProps } from "./field";

interface FileFieldProps extends Omit<FieldProps, "children"> {
  /** Which files are offered: ".rom,.bin". */
  accept: string;
  onFile(file: File): void;
}

/** Takes a file of the user's, at once; it can be chosen again after it was changed. */
export function FileField({ accept, onFile, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onFile(file);
            // Browsers tell nothing where the same file is chosen twice.
            target.value = "";
          }}
          className="w-full min-w-0 text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-border-strong/50 file:bg-surface file:px-3 file:font-medium file:text-foreground"
        />
      )}
    </Field>
  );
}
