import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { HostRouteError } from "../route/host-route-error";
import { askPass } from "./ask-pass";
import { endOfSsh, runSsh, sshEnvironment, startSsh } from "./ssh-run";
import { until } from "./until-file";

const limitMs = 10_000;

/** How Passdeck signs in to a host. */
export type SshCredential =
  /** As the user that Passdeck runs as would: their keys, agent and configuration. */
  | { kind: "own" }
  | { kind: "password"; password: string }
  /** A private key in OpenSSH's or PEM's form. @property passphrase null of one without. */
  | { kind: "key"; privateKey: string; passphrase: string | null };

/** An ssh-agent that has one key, so that the key never stands in a file. */
export class KeyAgent {
  readonly #process: ChildProcessWithoutNullStreams;

  private constructor(process: ChildProcessWithoutNullStreams) {
    this.#process = process;
  }

  /**
   * Starts one at a socket.
   * @throws HostRouteError "sign-in" where it doesn't take the key
   */
  static async start(
    path: string,
    { privateKey, passphrase }: Extract<SshCredential, { kind: "key" }>,
  ): Promise<KeyAgent> {
    const child = startSsh(["-D", "-a", path], sshEnvironment(), "ssh-agent");
    const agent = new KeyAgent(child);
    try {
      const early = await until(path, endOfSsh(child), limitMs);
      if (early !== null) throw notStarted(early.errors);
      const given = await runSsh(["-q", "-"], {
        limitMs,
        program: "ssh-add",
        input: privateKey.endsWith("\n") ? privateKey : `${privateKey}\n`,
        environment: sshEnvironment({ SSH_AUTH_SOCK: path, ...askPass(passphrase ?? "", "passphrase") }),
      });
      if (given.status !== 0) throw notTaken(given.errors, passphrase !== null);
      return agent;
    } catch (error) {
      agent.stop();
      throw error;
    }
  }

  stop(): void {
    this.#process.kill();
  }
}

function notStarted(errors: string): HostRouteError {
  return new HostRouteError(
    "sign-in",
    `ssh-agent, which holds the key, does not start: ${errors.trim()}`,
    "Install OpenSSH’s client on the machine that Passdeck runs on.",
  );
}

function notTaken(errors: string, hasPassphrase: boolean): HostRouteError {
  const why = errors.trim().split("\n").at(-1) ?? "";
  return new HostRouteError(
    "sign-in",
    `The private key can’t be used${why === "" ? "" : `: ${why}`}.`,
    hasPassphrase
      ? "Check the passphrase, and that all of the key’s text was given."
      : "Check that all of the key’s text was given, from BEGIN to END; one with a passphrase needs it as well.",
  );
}
