"use client";

import { useId } from "react";

interface TextFileProps {
  accept: string;
  onText(text: string): void;
}

/** Takes the text of a file of the user's, in place of pasting it. */
export function TextFile({ accept, onText }: TextFileProps) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id} className="text-muted">
        Or choose a file
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className="max-w-full"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void file.text().then(onText);
          // The same file can so be chosen once more after it was mended.
          target.value = "";
        }}
      />
    </div>
  );
}
