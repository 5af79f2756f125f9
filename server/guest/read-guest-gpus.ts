import type { DomainHandle } from "../domain/lifecycle";
import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { amdCommand, amdGpus } from "./amd-gpus";
import type { GuestGpu } from "./guest-gpu.schema";
import { nvidiaCommand, nvidiaGpus } from "./nvidia-gpus";
import { type Ran, runInGuest } from "./run-in-guest";
import { shownText } from "./shown-text";

const ways = {
  nvidia: { command: nvidiaCommand, gpusOf: nvidiaGpus },
  amd: { command: amdCommand, gpusOf: amdGpus },
} as const;
export type Way = keyof typeof ways;

/** Every way that a guest's GPUs can be asked for. */
export const allWays: readonly Way[] = ["nvidia", "amd"];

/**
 * What a running guest tells of its GPUs, by its agent.
 * @param asked The ways to try.
 * @returns with the ways that the guest has, which are those to try again.
 * @throws LibvirtError, ConnectionError, AppError as {@link runInGuest} does.
 */
export async function readGuestGpus(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
  asked: readonly Way[],
  signal: AbortSignal,
): Promise<{ gpus: GuestGpu[]; ways: Way[] }> {
  const found: { gpus: GuestGpu[]; ways: Way[] } = { gpus: [], ways: [] };
  for (const way of asked) {
    const { command, gpusOf } = ways[way];
    const ran = await runInGuest(connection, dom, command, signal);
    if (way === "nvidia") refuseBrokenDriver(dom.name, ran);
    const gpus = ran === null ? [] : gpusOf(ran.output);
    found.gpus.push(...gpus);
    if (gpus.length > 0) found.ways.push(way);
  }
  return found;
}

/** nvidia-smi says on its standard output why it can't ask the driver. @throws AppError "conflict" with its words. */
function refuseBrokenDriver(vmName: string, ran: Ran): void {
  if (ran === null || ran.exitCode === 0) return;
  const words = shownText(ran.output) ?? `it ended with ${ran.exitCode ?? "a signal"}`;
  throw new AppError("conflict", { userMessage: `${vmName}: nvidia-smi fails in the guest: ${words}` });
}
