import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";

/** libvirt's own qemu-img, which comes to no end while there is a file "hold" beside it. */
const slowImg = (bin: string) =>
  `#!/bin/sh\n/usr/bin/qemu-img "$@"\nstatus=$?\nwhile [ -e ${bin}/hold ]; do sleep 0.02; done\nexit $status\n`;

/** A libvirtd that comes to no end with an image while that is held. */
export class HeldImages {
  private constructor(
    readonly libvirtd: PrivateLibvirtd,
    readonly folder: string,
  ) {}

  static async start(): Promise<HeldImages> {
    const folder = await mkdtemp(join(tmpdir(), "held-images-"));
    const bin = join(folder, "bin");
    await mkdir(bin);
    await writeFile(join(bin, "qemu-img"), slowImg(bin), { mode: 0o755 });
    const environment = { PATH: `${bin}:${process.env.PATH ?? ""}` };
    return new HeldImages(await startPrivateLibvirtd({ namespace: { environment } }), folder);
  }

  hold(): Promise<void> {
    return writeFile(join(this.folder, "bin/hold"), "");
  }

  release(): Promise<void> {
    return rm(join(this.folder, "bin/hold"), { force: true });
  }

  async stop(): Promise<void> {
    await this.libvirtd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
