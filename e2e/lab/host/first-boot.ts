import type { LabImages } from "@/e2e/lab/image/images";
import { labMachines } from "@/e2e/lab/topology/machines";
import { freePort } from "./emulator";
import { RunningEmulator } from "./running-emulator";

/**
 * Boots a host whose root keeps what is written, and has libvirt ask its QEMU what it can do. libvirt keeps the
 * answers, so that no later boot pays the ten seconds for them.
 */
export async function learnCapabilities(images: LabImages): Promise<void> {
  const emulator = await RunningEmulator.start({
    machine: labMachines.none,
    images,
    webPort: await freePort(),
    keepRoot: true,
    projectImage: null,
  });
  try {
    const agent = await emulator.booted();
    const { status, stderr } = await agent.run("/usr/bin/virsh", ["capabilities"]);
    if (status !== 0) throw new Error(`libvirt in the lab did not tell its capabilities:\n${stderr}`);
    agent.powerOff();
    await emulator.ended();
  } finally {
    await emulator.stop();
  }
}
