import * as z from "zod";
import { noteOf, type StepContext, type StepMemory, type StepWork } from "../../job/job-kind";
import { shellCommand } from "../../units/shell-word";
import type { PrepareWorld } from "./prepare-world";
import { runDue } from "./run-program";
import { readSideFiles, type SideFile, sideChanges, sideFileSchema } from "./side-files";
import { takeBackOf } from "./take-back";

const noteSchema = z.object({
  /** The command as it is typed, with what it said; null until it has ended. */
  output: z.string().nullable(),
  /** Files that it edits by itself, as they were. */
  sides: z.array(sideFileSchema),
});
type Note = z.output<typeof noteSchema>;

/** Runs one program of the plan. What is made of the files is made again by the first step, when the files are as before. */
export function commandStep(world: PrepareWorld, words: readonly string[]): StepWork {
  const { change, changes } = world;
  const back = takeBackOf(words, change.wish);
  const sidesNow = () => (back.kind === "files" ? readSideFiles(world, back.paths) : Promise.resolve([]));
  return {
    async run(context) {
      const sides = noteIn(context)?.sides ?? (await sidesNow());
      context.remember({ output: null, sides });
      if (back.kind === "again") changes.generating(change.id);
      const said = await runDue(world, words);
      changes.changeFiles(change.id, sideChanges(sides, await sidesNow()));
      const note = { output: `$ ${shellCommand(words)}\n${said}`, sides };
      context.remember(note);
      context.report(reportOf(context, note));
    },
    verify: () => Promise.resolve(),
    async undo(memory) {
      const note = noteIn(memory);
      if (note === null) return;
      if (back.kind === "command" && back.words !== null) await runDue(world, back.words);
      if (back.kind === "files") await putBack(world, note.sides, await sidesNow());
    },
  };
}

async function putBack(
  { configuration }: PrepareWorld,
  before: readonly SideFile[],
  now: readonly SideFile[],
): Promise<void> {
  for (const { path, from, to } of sideChanges(before, now))
    await configuration().replace({ path, from: to, to: from, executable: false });
}

function noteIn({ note }: StepMemory): Note | null {
  return noteOf(note, noteSchema);
}

/** What all commands said so far, as Markdown. */
function reportOf({ earlier }: StepContext, note: Note): string {
  const notes = [...earlier.map((one) => noteSchema.safeParse(one).data), note];
  const outputs = notes.flatMap((one) => one?.output ?? []);
  return outputs.map((text) => text.replace(/^/gm, "    ")).join("\n\n");
}
