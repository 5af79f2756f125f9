import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { isAllowedCommand } from "../../host/configuration/allowed-commands";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { PreparePlan } from "../../prepare/plan";
import { shellCommand } from "../../units/shell-word";

/**
 * The files of a plan, each looked at as it is written: through its links, byte for byte.
 * @throws AppError that says which of them can't be written, and why.
 */
export async function changedFiles(
  configuration: HostConfiguration,
  { steps, executable }: PreparePlan,
): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  for (const { file, before, after } of steps) {
    const path = file.slice(1);
    if (files.some((known) => known.path === path)) throw twice(file);
    await refuseOther(configuration, path, before);
    const folders = before === null ? await configuration.missingFolders(path) : [];
    files.push({ path, from: before, to: after, executable: executable.includes(file), folders });
  }
  return files;
}

/** @throws AppError "forbidden" of a command that Passdeck does not run. */
export function refuseForeign(commands: readonly (readonly string[])[]): void {
  const foreign = commands.find((words) => !isAllowedCommand(words));
  if (foreign === undefined) return;
  throw new AppError("forbidden", {
    userMessage: `Passdeck does not run “${shellCommand(foreign)}”. Write the files and run it by hand.`,
  });
}

/** A text that was read may hold less than its file: what is no UTF-8 is lost in it. */
async function refuseOther(
  configuration: HostConfiguration,
  path: string,
  text: string | null,
): Promise<void> {
  const kept = await configuration.read(path);
  const isSame =
    kept === null || text === null ? kept === null && text === null : Buffer.from(text).equals(kept.bytes);
  if (isSame) return;
  throw new AppError("conflict", {
    userMessage: `/${path} can't be edited as text: it holds bytes that are no UTF-8, or it is being changed right now.`,
  });
}

function twice(file: string): AppError {
  return new AppError("conflict", {
    userMessage: `Two parts of the change are about ${file}. Ask for one after the other.`,
  });
}
