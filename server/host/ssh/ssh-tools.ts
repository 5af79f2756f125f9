import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { text } from "node:stream/consumers";
import type { HostTools, ToolResult } from "../tools";
import { wordsAsCode } from "./shell-code";
import type { SshLink } from "./ssh-link";
import { endOfSsh } from "./ssh-run";

/** A session over a slow line takes longer than a program here. */
const limitMs = 30_000;
/** Where the user's own path has only programs for everybody. */
const path = "PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin LC_ALL=C.UTF-8";

/** Runs programs on a host by ssh, as the user that signs in there. One that does not end in time is not waited for. */
export function sshTools(link: SshLink): HostTools {
  return {
    async run(program, words) {
      const master = await link.reach();
      const child = master.start(`${path} exec ${wordsAsCode([program, ...words])}`);
      return endedInTime(child, program);
    },
  };
}

async function endedInTime(child: ChildProcessWithoutNullStreams, program: string): Promise<ToolResult> {
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill();
  }, limitMs);
  child.stdin.end();
  const { status, output, errors } = await endOfSsh(child);
  clearTimeout(limit);
  if (late) return { status: null, output: "", errors: `${program} did not end within ${limitMs / 1000} s` };
  return { status, output, errors: errors.trim() };
}

/** What sh code on a host writes, as bytes or null where it fails. @param input What it reads. */
export async function bytesOf(link: SshLink, code: string, input?: Uint8Array): Promise<Uint8Array | null> {
  const child = (await link.reach()).start(code);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  await text(child.stderr).catch(() => "");
  return (await closed) === 0 ? Buffer.concat(pieces) : null;
}
