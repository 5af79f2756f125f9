import { AppError } from "../../errors";
import type { HostConfiguration } from "../configuration/host-configuration";
import type { Trial } from "./trial.schema";

type Change = Pick<Trial, "files" | "there" | "back">;

const resolverFile = "etc/resolv.conf";

/**
 * Has the host's network be the new one.
 * @throws AppError that says what failed; half of it may be done then.
 */
export async function goThere(
  configuration: HostConfiguration,
  { files, there }: Change,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const words of there.before) await configuration.run(words);
  for (const file of files) await configuration.replace(file);
  for (const words of there.after) {
    if (isOver()) return;
    const problem = await problemOf(configuration, words);
    if (problem !== null) throw new AppError("host-refused", { userMessage: problem });
  }
}

/**
 * Has the host's network be the old one, whatever of the new one is there. All of it is tried, whatever fails.
 * @throws AppError that says what did.
 */
export async function comeBack(
  configuration: HostConfiguration,
  { files, back, resolver }: Change & Pick<Trial, "resolver">,
): Promise<void> {
  const problems: string[] = [];
  for (const words of back.before) await configuration.run(words);
  for (const { path, from, to, executable, folders } of [...files].reverse()) {
    try {
      await configuration.replace({ path, from: to, to: from, executable });
      if (from === null) await configuration.removeFolders(path, folders);
    } catch (error) {
      problems.push(wordsOf(error));
    }
  }
  for (const words of back.after) {
    const problem = await problemOf(configuration, words);
    if (problem !== null) problems.push(problem);
  }
  if (resolver !== null) {
    const problem = await resolveBy(configuration, resolver).then(() => null, wordsOf);
    if (problem !== null) problems.push(problem);
  }
  if (problems.length > 0) throw new AppError("host-refused", { userMessage: problems.join(" ") });
}

/**
 * /etc/resolv.conf, which a DHCP client writes anew; null where it is a link to what a manager keeps, or is not there: then it is
 * not ours to put back.
 */
export async function readResolver(configuration: HostConfiguration): Promise<string | null> {
  try {
    const kept = await configuration.read(resolverFile);
    return kept && Buffer.from(kept.bytes).toString();
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return null;
    throw error;
  }
}

/** A client on the way there may have written it, and one that knows no addresses of servers leaves it so. */
async function resolveBy(configuration: HostConfiguration, text: string): Promise<void> {
  const now = await readResolver(configuration);
  if (now !== text)
    await configuration.replace({ path: resolverFile, from: now, to: text, executable: false });
}

/** null where it did what it should. */
async function problemOf(configuration: HostConfiguration, words: readonly string[]): Promise<string | null> {
  const { status, output, errors } = await configuration.run(words);
  if (status === 0) return null;
  const last = `${output}\n${errors}`.trim().split("\n").slice(-3).join(" ");
  const how = status === null ? "did not end as it should" : `ended with status ${status}`;
  return `“${words.join(" ")}” ${how}: ${last}`;
}

/** What people read of an error. */
export function wordsOf(error: unknown): string {
  return error instanceof AppError ? error.userMessage : String(error);
}
