import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/e2e/free-port";
import { untilListening } from "@/e2e/until-listening";
import { type HostKey, hostKeySchema } from "@/server/host/route/host-key.schema";
import type { SshAccess } from "@/server/host/ssh/ssh-master";

export const rootPassword = "correct horse battery staple";

/** An sshd of its own on loopback, that root signs in to by a key or a password of its own. Needs root. */
export class PrivateSshd {
  readonly folder = mkdtempSync(join(tmpdir(), "sshd-"));
  port = 0;
  #child: ChildProcess | null = null;

  private constructor(readonly settings: readonly string[]) {}

  /** @param settings Further lines of sshd_config(5), which count before the usual ones. */
  static async start(settings: readonly string[] = []): Promise<PrivateSshd> {
    const sshd = new PrivateSshd(settings);
    sshd.makeHostKey();
    sshd.#makeKey("user");
    sshd.#write("authorized", readFileSync(sshd.#at("user.pub"), "utf8"));
    const hash = execFileSync("openssl", ["passwd", "-6", rootPassword], { encoding: "utf8" }).trim();
    sshd.#write("shadow", `root:${hash}:19000:0:99999:7:::\nsshd:!:19000::::::\n`);
    sshd.port = await freePort();
    await sshd.run();
    return sshd;
  }

  /** Another host key, as of a host that was installed anew. */
  makeHostKey(): void {
    rmSync(this.#at("host"), { force: true });
    this.#makeKey("host");
  }

  get hostKey(): HostKey {
    const [type, key] = readFileSync(this.#at("host.pub"), "utf8").split(" ");
    return hostKeySchema.parse({ type, key });
  }

  get privateKey(): string {
    return readFileSync(this.#at("user"), "utf8");
  }

  /** Lets the user of another one in as well. */
  authorize(other: PrivateSshd): void {
    const keys = [this.#at("user.pub"), other.#at("user.pub")];
    this.#write("authorized", keys.map((path) => readFileSync(path, "utf8")).join(""));
  }

  /** How Passdeck gets here with all that it takes. */
  access(parts: Partial<SshAccess> = {}): SshAccess {
    return {
      route: { target: { host: "127.0.0.1", port: this.port, user: "root" }, jumps: [] },
      pins: [this.hostKey],
      credential: { kind: "key", privateKey: this.privateKey, passphrase: null },
      ...parts,
    };
  }

  /** Starts it where it does not run. */
  async run(): Promise<void> {
    mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
    this.#write("config", [...this.settings, ...this.#lines()].join("\n"));
    const log = openSync(this.#at("log"), "a");
    // The passwords are this namespace's own. Bash reads its file for every command that sshd starts, which may take long.
    const quickShell = "if [ -e ~/.bashrc ]; then mount --bind /dev/null ~/.bashrc; fi";
    const code = `mount --bind "$1" /etc/shadow && ${quickShell} && exec /usr/sbin/sshd -D -e -f "$2"`;
    const words = ["--mount", "--propagation", "private", "sh", "-c", code, "sh"];
    this.#child = spawn("unshare", [...words, this.#at("shadow"), this.#at("config")], {
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    await untilListening(this.#child, this.port);
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error("this sshd does not run");
    return pid;
  }

  /** The processes of its connections: those below it. */
  sessions(): number[] {
    return childrenOf(this.pid);
  }

  /** No new connections; the sessions stay. */
  async end(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill();
    await once(child, "exit");
  }

  /** Ends it with its sessions. */
  async stop(): Promise<void> {
    if (this.#child !== null) for (const pid of this.sessions()) killIfThere(pid);
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #lines(): string[] {
    return [
      `Port ${this.port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${this.#at("host")}`,
      `AuthorizedKeysFile ${this.#at("authorized")}`,
      "PidFile none",
      "UsePAM no",
      "StrictModes no",
      "PermitRootLogin yes",
      "",
    ];
  }

  #makeKey(name: string): void {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", this.#at(name)]);
    chmodSync(this.#at(name), 0o600);
  }

  #write(name: string, text: string): void {
    writeFileSync(this.#at(name), text, { mode: 0o600 });
  }

  #at(name: string): string {
    return join(this.folder, name);
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** The processes that a process has started. */
export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(" ").filter(Boolean).map(Number);
}
