import { freePort } from "@/e2e/free-port";
import type { LabImages } from "@/e2e/lab/image/images";
import type { LabMachine } from "@/e2e/lab/topology/emulated-machine";
import type { GuestAgent } from "./guest-agent";
import { RunningEmulator } from "./running-emulator";

/**
 * Boots a host whose root keeps what is written, and has libvirt ask its QEMU what it can do. libvirt keeps the
 * answers, so that no later boot pays the ten seconds for them. A loader of its own is put on its disk, too.
 */
export async function bootFirst(machine: LabMachine, images: LabImages): Promise<void> {
  const emulator = await RunningEmulator.start({
    machine,
    images,
    webPort: await freePort(),
    isFirstBoot: true,
    projectImage: null,
  });
  try {
    const agent = await emulator.booted();
    await runOrFail(agent, "/usr/bin/virsh", ["capabilities"]);
    if (machine.loader !== null) await runOrFail(agent, `/usr/local/lib/lab/install-${machine.loader}`, []);
    agent.powerOff();
    await emulator.ended();
  } finally {
    await emulator.stop();
  }
}

async function runOrFail(agent: GuestAgent, program: string, words: readonly string[]): Promise<void> {
  const { status, stdout, stderr } = await agent.run(program, words);
  if (status !== 0) throw new Error(`${program} failed in a host's first boot:\n${stdout}${stderr}`);
}
