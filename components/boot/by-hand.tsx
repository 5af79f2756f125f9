import { CopyButton } from "@/components/ui/copy-button";
import { DiffView } from "@/components/ui/diff-view";
import { StepEffect } from "@/components/ui/step-effect";
import { lineDiff } from "./line-diff";
import { PlanScript } from "./plan-script";

export interface ByHandProps {
  files: readonly { file: string; before: string | null; after: string }[];
  commands: readonly (readonly string[])[];
  /** Does all of it, and takes it back; null where there is nothing to do. */
  script: string | null;
}

/** What a change comes to where Passdeck can't carry it out: files to edit and commands to run, as root. */
export function ByHand({ files, commands, script }: ByHandProps) {
  if (files.length + commands.length === 0) return null;
  const typed = commands.map((words) => words.map(shellWord).join(" ")).join("\n");
  return (
    <section aria-label="By hand" className="mt-3 flex flex-col gap-2.5">
      <h3 className="font-semibold">By hand, as root</h3>
      {script === null ? null : <PlanScript script={script} />}
      {files.map(({ file, before, after }) => (
        <DiffView
          key={file}
          title={before === null ? `Make ${file}` : `Edit ${file}`}
          diff={lineDiff(before ?? "", after)}
        />
      ))}
      {typed === "" ? null : (
        <div className="overflow-hidden rounded-lg border border-border">
          <p className="flex items-center justify-between px-3 py-1.5 font-medium">
            Run <CopyButton text={typed} what="the commands" />
          </p>
          <StepEffect effect={typed} label="Commands" />
        </div>
      )}
    </section>
  );
}

/** Quoted where a shell would read more than a word. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
