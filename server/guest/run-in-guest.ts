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

/** Which commands the agent has, and may do. */
const abilities = z.object({
  supported_commands: z.array(z.object({ name: z.string(), enabled: z.boolean() })),
});

const lookMs = 150;
/** nvidia-smi takes some seconds where no program keeps the driver awake. */
const patienceMs = 15_000;

/** What a program of the guest wrote, and how it ended; null where the guest has no such program. */
export type Ran = { exitCode: number | null; output: string } | null;

/**
 * Runs a program in the guest, by its agent, and waits for its end. The guest looks for it where it looks for programs; no
 * shell is between.
 * @throws LibvirtError where the agent does not answer; AppError "conflict" where it may run nothing, and where the program does not
 * end.
 */
export async function runInGuest(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
  [path, ...words]: readonly [string, ...string[]],
): Promise<Ran> {
  const command = { execute: "guest-exec", arguments: { path, arg: words, "capture-output": true } };
  const started = await askAgent(connection, dom, command, begun).catch(async (error) => {
    if (isMissing(error)) return null;
    if (error instanceof LibvirtError) await refuseForbidden(connection, dom);
    throw error;
  });
  if (started === null) return null;
  const end = performance.now() + patienceMs;
  // Also where nobody looks any more: the agent keeps what a program wrote until it is asked.
  while (performance.now() < end) {
    const asked = { execute: "guest-exec-status", arguments: { pid: started.pid } };
    const { exited, exitcode, "out-data": output = "" } = await askAgent(connection, dom, asked, status);
    if (exited) return { exitCode: exitcode ?? null, output: Buffer.from(output, "base64").toString("utf8") };
    await delay(lookMs);
  }
  throw new AppError("conflict", { userMessage: `${dom.name}: ${path} does not end in the guest.` });
}

/** GLib's words, which no locale changes: the agent gives no number. Windows has its own. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof LibvirtError && /No such file or directory|cannot find the file/i.test(error.message)
  );
}

/** @throws AppError "conflict" where the agent's configuration forbids it to run programs. */
async function refuseForbidden(connection: Pick<Connection, "call">, dom: DomainHandle): Promise<void> {
  const info = { execute: "guest-info", arguments: {} };
  const known = await askAgent(connection, dom, info, abilities).catch(() => null);
  if (known === null) return;
  const isEnabled = (wanted: string) =>
    known.supported_commands.some(({ name, enabled }) => name === wanted && enabled);
  if (isEnabled("guest-exec") && isEnabled("guest-exec-status")) return;
  throw new AppError("conflict", {
    userMessage: `${dom.name}: its guest agent may run no programs. Allow guest-exec and guest-exec-status in the agent's configuration in the guest (/etc/sysconfig/qemu-ga or /etc/qemu/qemu-ga.conf), and restart the agent.`,
  });
}
