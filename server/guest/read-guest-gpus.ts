import type { DomainHandle } from "../domain/lifecycle";
import type { Connection } from "../libvirt/connection";
import { amdCommand, amdGpus } from "./amd-gpus";
import type { GuestGpu } from "./guest-gpu.schema";
import { nvidiaCommand, nvidiaGpus } from "./nvidia-gpus";
import { runInGuest } from "./run-in-guest";
import { shownText } from "./shown-text";

const ways = {
  nvidia: { command: nvidiaCommand, read: readNvidia },
  amd: { command: amdCommand, read: ({ output }: Ended) => ({ gpus: amdGpus(output), problem: null }) },
} as const;
export type Way = keyof typeof ways;

/** Every way that a guest's GPUs can be asked for. */
export const allWays: readonly Way[] = ["nvidia", "amd"];

/** No machine has more; a guest may write as many lines as it likes. */
const mostGpus = 32;

type Ended = NonNullable<Awaited<ReturnType<typeof runInGuest>>>;

interface Read {
  gpus: GuestGpu[];
  /** What the guest's driver complains of, in a sentence. */
  problem: string | null;
}

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
): Promise<Read & { ways: Way[] }> {
  const found: Read & { ways: Way[] } = { gpus: [], problem: null, ways: [] };
  for (const way of asked) {
    const ran = await runInGuest(connection, dom, ways[way].command);
    if (ran === null) continue;
    const { gpus, problem } = ways[way].read(ran);
    found.gpus.push(...gpus);
    found.problem ??= problem;
    if (gpus.length > 0) found.ways.push(way);
  }
  return { ...found, gpus: found.gpus.slice(0, mostGpus) };
}

/** nvidia-smi says on its standard output why it can't ask the driver, or one of the cards. */
function readNvidia({ output, exitCode }: Ended): Read {
  const { gpus, rest } = nvidiaGpus(output);
  const words = shownText(rest);
  if (words !== null) return { gpus, problem: `nvidia-smi says in the guest: ${words}` };
  const ended = `nvidia-smi ended in the guest with ${exitCode ?? "a signal"} and told no GPU.`;
  return { gpus, problem: gpus.length > 0 ? null : ended };
}
