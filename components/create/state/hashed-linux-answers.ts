import type { AnswersSettings } from "@/server/create/answers/answers.schema";
import { type LinuxDraft, linuxSettings } from "./linux-answers";
import { hashOf } from "./password-hash";

/** The answers with the password's hash, of which files are made. */
export async function hashedLinuxAnswers(draft: LinuxDraft, vmName: string): Promise<AnswersSettings> {
  const settings = linuxSettings(draft, vmName, await hashOf(draft.password));
  return { kind: "linux", installer: draft.installer, settings };
}
