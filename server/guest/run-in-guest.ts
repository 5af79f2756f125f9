import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import type { DomainHandle } from "../domain/lifecycle";
import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { askAgent } from "./ask-agent";

const begun = z.object({ pid: z.int() });
const status = z.object({
  exited: z.boolean(),
  exitcode: z.int().optional(),
  "out-data": z.base64().optional(),
});

const lookMs = 150;
/** nvidia-smi takes some seconds where no program keeps the driver awake. */
const patienceMs = 15_000;

/** What a program of the guest wrote, and how it ended; null where the guest has no such program. */
export type Ran = { exitCode: number | null; output: string } | null;

/**
 * Runs a program in the guest, by its agent, and waits for its end. The guest looks for it where it looks for programs; no
 * shell is between.
 * @throws LibvirtError where the agent does not answer, or may run nothing; AppError "conflict" where the program does not end.
 */
export async function runInGuest(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
  [path, ...words]: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<Ran> {
  const command = { execute: "guest-exec", arguments: { path, arg: words, "capture-output": true } };
  const started = await askAgent(connection, dom, command, begun).catch(nullWhereMissing);
  if (started === null) return null;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  while (!patience.aborted) {
    const asked = { execute: "guest-exec-status", arguments: { pid: started.pid } };
    const { exited, exitcode, "out-data": output = "" } = await askAgent(connection, dom, asked, status);
    if (exited) return { exitCode: exitcode ?? null, output: Buffer.from(output, "base64").toString("utf8") };
    await delay(lookMs, undefined, { signal: patience }).catch(() => undefined);
  }
  throw new AppError("conflict", { userMessage: `${dom.name}: ${path} does not end in the guest.` });
}

/** GLib's words on Linux ("No such file or directory"), and Windows' own. */
function nullWhereMissing(error: unknown): null {
  if (error instanceof LibvirtError && /No such file or directory|cannot find the file/i.test(error.message))
    return null;
  throw error;
}
