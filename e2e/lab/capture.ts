import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureLabImages, labCache } from "./ensure-images";
import { LabHost } from "./host/lab-host";
import { ensureProjectImage } from "./image/project-image";
import { labMachines } from "./topology/machines";

const inLab = "/var/tmp/capture.tar.gz";

/**
 * `npm run lab -- --capture`: has each emulated host capture itself, for tests that need a host's files and no host.
 * Writes e2e/hosts/lab-MACHINE.tar.gz.
 */
export async function captureTopologies(project: string): Promise<void> {
  const images = await ensureLabImages((step) => console.log(step));
  const projectImage = await ensureProjectImage(project, labCache);
  const captured = Object.values(labMachines).filter(({ loader }) => loader === null);
  for (const machine of captured) {
    const host = await LabHost.start({ machine, images, projectImage });
    try {
      await host.run("/usr/local/bin/node", "/srv/passdeck/build/cli.mjs", "capture", inLab);
      const file = join(project, `e2e/hosts/lab-${machine.name}.tar.gz`);
      await writeFile(file, await host.runForBytes("/bin/cat", inLab));
      console.log(`Captured the ${machine.name} host into ${file}`);
    } finally {
      await host.stop();
    }
  }
}
