import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";
import type { PrepareWorld } from "./prepare-world";

/** Writes, makes or deletes one file. Whatever it finds, only what the plan has seen is replaced. */
export function fileStep(
  { configuration }: Pick<PrepareWorld, "configuration">,
  file: ChangedFile,
): StepWork {
  const { path, from, to, folders } = file;
  const withoutEmpty = async (gone: string | null) => {
    if (gone === null) await configuration().removeFolders(path, folders);
  };
  const textNow = async () => {
    const kept = await configuration().read(path);
    return kept === null ? null : Buffer.from(kept.bytes).toString();
  };
  return {
    async run({ note, remember }) {
      // Nothing has been written then, so that nothing is to be put back.
      if (note === null && ![from, to].includes(await textNow())) throw changedSince(path);
      remember("writing");
      await configuration().replace(file);
      await withoutEmpty(to);
    },
    async verify() {
      if ((await textNow()) !== to) throw changedSince(path);
    },
    async undo({ note }) {
      if (note === null) return;
      await configuration().replace({ ...file, from: to, to: from });
      await withoutEmpty(from);
    },
  };
}

function changedSince(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `/${path} was changed by somebody else, and was left as it is. Look at the plan again.`,
  });
}
