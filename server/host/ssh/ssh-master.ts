import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import type { HostKey } from "../route/host-key.schema";
import { HostRouteError } from "../route/host-route-error";
import { askPass } from "./ask-pass";
import { shCommand } from "./shell-code";
import { KeyAgent, type SshCredential } from "./ssh-agent";
import { keyAlias, sshFiles } from "./ssh-config";
import { SshFolder } from "./ssh-folder";
import { hopsOf } from "./ssh-hops.schema";
import type { SshRoute } from "./ssh-route.schema";
import { endOfSsh, runSsh, type SshEnd, sshEnvironment, startSsh } from "./ssh-run";
import { sshEnded, sshTrouble } from "./ssh-trouble";
import { until } from "./until-file";

/** From the name's resolution to the sign-in; ssh itself gives a hop 10 s. */
const openLimitMs = 45_000;
const forwardLimitMs = 10_000;

/** All that it takes to get to a host. */
export interface SshAccess {
  route: SshRoute;
  /** The accepted keys, of the route's hops in their order. */
  pins: readonly HostKey[];
  credential: SshCredential;
  /** The fingerprint of the host's key, where that is all that is known of it: the key is pinned once it was looked at. */
  expectedKey?: string;
}

/**
 * One OpenSSH process that holds the connection to a host, which sessions and forwarded sockets go over: opening one costs
 * as much as a local one, and sshd counts one connection only (MaxStartups).
 */
export class SshMaster {
  /** Resolves when the connection has ended, to why; never rejects. */
  readonly ended: Promise<HostRouteError>;
  readonly #route: SshRoute;
  readonly #folder: SshFolder;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #agent: KeyAgent | null;
  #sockets = 0;

  private constructor(parts: MasterParts) {
    this.#route = parts.route;
    this.#folder = parts.folder;
    this.#process = parts.process;
    this.#agent = parts.agent;
    this.ended = parts.end.then(async ({ errors }) => {
      this.#agent?.stop();
      await this.#folder.remove();
      return sshEnded(parts.route, errors);
    });
  }

  /** Connects and signs in. @throws HostRouteError that says why that failed */
  static async open({ route, pins, credential }: SshAccess): Promise<SshMaster> {
    const folder = await sshFolder(route, pins, { hasAgent: credential.kind === "key" });
    let agent: KeyAgent | null = null;
    try {
      agent = credential.kind === "key" ? await KeyAgent.start(folder.agent, credential) : null;
      const process = startSsh(masterWords(folder, route, credential), environmentOf(route, credential));
      const end = endOfSsh(process);
      const early = await until(folder.control, end, openLimitMs);
      if (early === null) return new SshMaster({ route, folder, process, agent, end });
      process.kill();
      throw sshTrouble(route, early.errors);
    } catch (error) {
      agent?.stop();
      await folder.remove();
      throw error;
    }
  }

  get route(): SshRoute {
    return this.#route;
  }

  /** Starts a command on the host over this connection. @param code For POSIX sh, whatever the user's shell. */
  start(code: string): ChildProcessWithoutNullStreams {
    return startSsh([...this.#words(), "--", this.#route.target.host, shCommand(code)]);
  }

  /**
   * Has a socket of this machine lead to one of the host.
   * @param place A path there, or "address:port" as the host has it.
   * @returns The path here. Whether anybody listens there shows when it is dialled.
   */
  async forward(place: string): Promise<string> {
    const path = this.#folder.socket(`s${++this.#sockets}`);
    await this.#command("forward", path, place);
    return path;
  }

  /** Takes a forwarded socket back; what is connected stays so. */
  async cancel(path: string, place: string): Promise<void> {
    await this.#command("cancel", path, place);
  }

  /** Whether the connection is there still; one that has just broken tells by {@link ended} why. */
  async stands(): Promise<boolean> {
    const words = [...this.#words(), "-O", "check", "--", this.#route.target.host];
    return (await runSsh(words, { limitMs: forwardLimitMs })).status === 0;
  }

  async close(): Promise<void> {
    this.#process.kill();
    await this.ended;
  }

  async #command(what: "forward" | "cancel", path: string, place: string): Promise<void> {
    const words = [...this.#words(), "-O", what, "-L", `${path}:${place}`, "--", this.#route.target.host];
    const { status, errors } = await runSsh(words, { limitMs: forwardLimitMs });
    if (status === 0) return;
    throw new HostRouteError(
      "refused",
      `A socket of ${this.#route.target.host} could not be forwarded: ${errors.trim() || "ssh gave no reason"}`,
      "Check that sshd allows it (AllowStreamLocalForwarding, AllowTcpForwarding, DisableForwarding in sshd_config).",
    );
  }

  /** Never a connection of its own: where the master is gone, that is said. */
  #words(): string[] {
    return [
      "-F",
      this.#folder.config,
      "-S",
      this.#folder.control,
      "-o",
      "ControlMaster=no",
      "-o",
      "ProxyCommand=false",
    ];
  }
}

interface MasterParts {
  route: SshRoute;
  folder: SshFolder;
  process: ChildProcessWithoutNullStreams;
  agent: KeyAgent | null;
  end: Promise<SshEnd>;
}

/** A folder with the files that ssh gets to a host by. */
export async function sshFolder(
  route: SshRoute,
  pins: readonly HostKey[],
  { hasAgent = false, learnsKeys = false },
): Promise<SshFolder> {
  const folder = await SshFolder.make();
  const { config, knownHosts } = sshFiles(route, pins, {
    knownHostsPath: folder.knownHosts,
    learnsKeys,
    agentPath: hasAgent ? folder.agent : null,
    included: [join(homedir(), ".ssh/config"), "/etc/ssh/ssh_config"],
  });
  await folder.write({ [folder.config]: config, [folder.knownHosts]: knownHosts });
  return folder;
}

function masterWords(folder: SshFolder, { target }: SshRoute, { kind }: SshCredential): string[] {
  const asks =
    kind === "password"
      ? ["-o", "NumberOfPasswordPrompts=1", "-o", "PreferredAuthentications=password,keyboard-interactive"]
      : ["-o", "BatchMode=yes"];
  return [
    ...["-F", folder.config, "-N", "-T", "-M", "-S", folder.control, "-o", "ControlPersist=no"],
    ...["-o", "StreamLocalBindUnlink=yes", "-o", "StreamLocalBindMask=0177", "-o", "PermitLocalCommand=no"],
    ...["-o", "ClearAllForwardings=yes", ...asks, "--", target.host],
  ];
}

function environmentOf(route: SshRoute, credential: SshCredential): NodeJS.ProcessEnv {
  if (credential.kind !== "password") return sshEnvironment();
  // ssh asks by the name that the key is known by.
  return sshEnvironment(askPass(credential.password, keyAlias(hopsOf(route).length - 1)));
}
