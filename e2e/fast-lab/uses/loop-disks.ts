import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { numbersOf } from "@/server/host/device-numbers";

const run = promisify(execFile);

/** A file that the machine's kernel shows as a disk. */
export interface LoopDisk {
  /** The kernel's numbers: "7:3". */
  numbers: string;
  /** Gives it up; it goes when nothing uses it any more. */
  release(): Promise<void>;
}

/** Needs root's rights, and loop devices, which are the whole machine's. */
export async function attachLoop(image: string): Promise<LoopDisk> {
  const { stdout } = await run("losetup", ["--find", "--show", image]);
  const node = stdout.trim();
  const { rdev } = await stat(node);
  return { numbers: numbersOf(rdev), release: async () => void (await run("losetup", ["--detach", node])) };
}
