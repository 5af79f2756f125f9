"use client";

import { useState } from "react";
import { FileField } from "@/components/ui/form/file-field";
import { archiveProblem } from "@/server/create/refused-archive.schema";

interface TextFileProps {
  accept: string;
  onText(text: string): void;
}

/** As much as Passdeck takes. */
const mostBytes = 2 ** 20;

/** Takes the text of a file of the user's, in place of pasting it. */
export function TextFile({ accept, onText }: TextFileProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File) => {
    const found = await problemOf(file);
    setProblem(found);
    if (found === null) onText(await file.text());
  };
  return (
    <FileField
      label="Or choose a file"
      accept={accept}
      problem={problem}
      onFile={(file) => void take(file)}
    />
  );
}

/** What is known of a file by its beginning, before all of it is read: a backup may have hundreds of gigabytes. */
async function problemOf(file: File): Promise<string | null> {
  const begin = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const tooLarge = file.size > mostBytes ? `${file.name} is larger than 1 MiB, which no such text is.` : null;
  return archiveProblem(begin) ?? tooLarge;
}
