"use client";

import { FileField } from "@/components/ui/form/file-field";

interface TextFileProps {
  accept: string;
  onText(text: string): void;
}

/** Takes the text of a file of the user's, in place of pasting it. */
export function TextFile({ accept, onText }: TextFileProps) {
  return (
    <FileField label="Or choose a file" accept={accept} onFile={(file) => void file.text().then(onText)} />
  );
}
