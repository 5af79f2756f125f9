import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder that nobody else looks into, for one route's sockets and files. Its path is short: a socket's has 107 bytes at most. */
export class SshFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<SshFolder> {
    return new SshFolder(await mkdtemp(join(tmpdir(), "pd-ssh-")));
  }

  get config(): string {
    return join(this.path, "config");
  }

  get knownHosts(): string {
    return join(this.path, "known");
  }

  /** Where the master listens for sessions. */
  get control(): string {
    return join(this.path, "c");
  }

  get agent(): string {
    return join(this.path, "agent");
  }

  /** A socket that is forwarded. */
  socket(name: string): string {
    return join(this.path, name);
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    for (const [path, text] of Object.entries(files)) await writeFile(path, text, { mode: 0o600 });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
