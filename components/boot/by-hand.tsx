import { CopyButton } from "@/components/ui/copy-button";
import { DiffView } from "@/components/ui/diff-view";
import { StepEffect } from "@/components/ui/step-effect";
import { lineDiff } from "./line-diff";

export interface ByHandProps {
  files: readonly { file: string; before: string | null; after: string }[];
  commands: readonly (readonly string[])[];
}

/** What a change comes to where Passdeck can't carry it out: files to edit and commands to run, as root. */
export function ByHand({ files, commands }: ByHandProps) {
  if (files.length + commands.length === 0) return null;
  const script = commands.map((words) => words.map(shellWord).join(" ")).join("\n");
  return (
    <section aria-label="By hand" className="mt-3 flex flex-col gap-2.5">
      <h3 className="font-semibold">By hand, as root</h3>
      {files.map(({ file, before, after }) => (
        <DiffView
          key={file}
          title={before === null ? `Make ${file}` : `Edit ${file}`}
          diff={lineDiff(before ?? "", after)}
        />
      ))}
      {script === "" ? null : (
        <div className="overflow-hidden rounded-lg border border-border">
          <p className="flex items-center justify-between px-3 py-1.5 font-medium">
            Run <CopyButton text={script} what="the commands" />
          </p>
          <StepEffect effect={script} label="Commands" />
        </div>
      )}
    </section>
  );
}

/** Quoted where a shell would read more than a word. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
