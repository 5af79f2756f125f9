import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import type { HostConfiguration } from "../../host/configuration/host-configuration";

/**
 * The way back of each file that is as it was written; what is as before already needs none.
 * @throws AppError "conflict" that names a file which somebody else has changed since.
 */
export async function filesBack(
  configuration: HostConfiguration,
  files: readonly ChangedFile[],
): Promise<ChangedFile[]> {
  const back: ChangedFile[] = [];
  for (const { path, from, to, executable, folders } of [...files].reverse()) {
    const kept = await configuration.read(path);
    const now = kept === null ? null : Buffer.from(kept.bytes).toString();
    if (now === from) continue;
    if (now !== to) throw changedSince(path);
    back.push({ path, from: to, to: from, executable, folders });
  }
  return back;
}

function changedSince(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `/${path} was changed by somebody else since: putting it back would lose that. Take the change out of it by hand.`,
  });
}
