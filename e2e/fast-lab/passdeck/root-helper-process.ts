import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown } from "node:fs/promises";
import { dirname, join } from "node:path";
import { testProgram } from "@/e2e/programs/test-program";
import type { FastLab } from "../fast-lab";

/** A user that has no rights on this machine. */
export const nobody = 65_534;

/** Root's helper of a Passdeck that is not root. */
export class RootHelperProcess {
  readonly #child: ChildProcess;

  private constructor(
    child: ChildProcess,
    /** PASSDECK_ROOT_HELPER */
    readonly setting: string,
  ) {
    this.#child = child;
  }

  /** Behind a socket that the user alone may write to; libvirt's is opened to them as by its group. */
  static async start(lab: FastLab): Promise<RootHelperProcess> {
    const socket = join(lab.folder, "root.sock");
    const program = await testProgram("e2e/fast-lab/passdeck/root-helper-main.ts");
    const [nsenter = "", ...inside] = lab.inside;
    const host = join(lab.folder, "host");
    const child = spawn(nsenter, [...inside, process.execPath, program, socket, host], {
      env: { ...process.env, ...lab.environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await chown(socket, nobody, nobody);
    await chmod(socket, 0o600);
    for (
      let folder = dirname(lab.libvirtd.socketPath);
      folder !== dirname(lab.folder);
      folder = dirname(folder)
    )
      await chmod(folder, 0o755);
    await chmod(lab.libvirtd.socketPath, 0o777);
    return new RootHelperProcess(child, `unix:${socket}`);
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
