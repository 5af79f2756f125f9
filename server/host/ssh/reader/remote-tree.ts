import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { batchTree } from "../../batch-tree";
import type { HostTree } from "../../host-tree";
import { filesOf, requestsOf } from "./batch-requests";
import { HostReader } from "./host-reader";
import { HostReaders } from "./host-readers";
import { readerScript } from "./reader-script";

/**
 * Begins a program of the host's shell; `script` is a constant of ours, nothing of a user's is in it.
 * @throws AppError where the host can't be reached.
 */
export type StartScript = (script: string) => ChildProcessWithoutNullStreams;

/** The kernel lets who reads a device's configuration space wait for a minute while that is being reset; milliseconds. */
const defaultLimitMs = 90_000;

/** What reads thousands of files by a shell takes a second; milliseconds. */
const defaultPatienceMs = 2_000;

export interface RemoteTreeOptions {
  /** Names the host in messages. */
  name: string;
  start: StartScript;
  log?: { debug(details: object, message: string): void };
  /** How long a batch may take, in milliseconds. */
  limitMs?: number;
  /** How long batches wait for one that hangs, until others are read beside it; in milliseconds. */
  patienceMs?: number;
}

/**
 * A host whose files a long-lived program reads there: `sh`, which becomes Perl or Python where it finds them. It is begun
 * with the first batch, and anew after it has ended. Links lead where the host's own kernel follows them. A pipe and
 * a device have no text and no bytes: they are not opened.
 *
 * Every batch ends: with "timed-out", which names what is waited for, or with "host-unreachable" where the program ended
 * before its last answer.
 */
export function remoteTree(options: RemoteTreeOptions): HostTree & { close(): void } {
  const { name, start, log, limitMs = defaultLimitMs, patienceMs = defaultPatienceMs } = options;
  const begin = () => {
    const reader = new HostReader(start(readerScript()));
    reader.begun.then(
      (by) => log?.debug({ host: name, by }, "A host's files are read"),
      () => undefined,
    );
    return reader;
  };
  const readers = new HostReaders({ name, begin, limitMs, patienceMs });
  const tree = batchTree(name, async (batch) => {
    const requests = requestsOf(batch);
    return filesOf(name, batch, requests, await readers.ask(requests));
  });
  return { ...tree, close: () => readers.close() };
}
