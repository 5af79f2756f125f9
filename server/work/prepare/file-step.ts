import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";
import type { PrepareWorld } from "./prepare-world";

/** Writes, makes or deletes one file. Whatever it finds, only what the plan has seen is replaced. */
export function fileStep({ configuration }: PrepareWorld, file: ChangedFile): StepWork {
  const { path, from, to, folders } = file;
  const withoutEmpty = async (gone: string | null) => {
    if (gone === null) await configuration().removeFolders(path, folders);
  };
  return {
    async run() {
      await configuration().replace(file);
      await withoutEmpty(to);
    },
    async verify() {
      const kept = await configuration().read(path);
      const text = kept === null ? null : Buffer.from(kept.bytes).toString();
      if (text !== to) throw changedSince(path);
    },
    async undo() {
      await configuration().replace({ ...file, from: to, to: from });
      await withoutEmpty(from);
    },
  };
}

function changedSince(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `/${path} is not what was written any more: somebody else has changed it.`,
  });
}
