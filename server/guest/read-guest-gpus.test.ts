import { describe, expect, test } from "vitest";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { allWays, readGuestGpus } from "./read-guest-gpus";

const dom = { name: "vm", uuid: new Uint8Array(16), id: 1 };
const row = "NVIDIA GeForce RTX 3090, 00000000:06:00.0, 37, 4096, 24576, 61, 215.48\n";

interface Program {
  output: string;
  exitcode?: number;
  /** How often it is asked about until it has ended. */
  looks?: number;
}

/** A guest with these programs, and what its agent was asked to run. */
function guest(programs: Record<string, Program>) {
  const ran: string[] = [];
  const running = new Map<number, Required<Program>>();
  const call = async (_: string, { cmd }: { cmd: string }) => {
    const { execute, arguments: given } = JSON.parse(cmd);
    if (execute === "guest-exec") {
      ran.push(given.path);
      const program = programs[given.path];
      if (program === undefined)
        throw refusal("Failed to execute child process “x” (No such file or directory)");
      running.set(ran.length, { exitcode: 0, looks: 1, ...program });
      return { result: JSON.stringify({ return: { pid: ran.length } }) };
    }
    const program = running.get(given.pid);
    if (program === undefined) throw refusal("PID does not exist");
    program.looks -= 1;
    if (program.looks > 0) return { result: JSON.stringify({ return: { exited: false } }) };
    const output = Buffer.from(program.output).toString("base64");
    return {
      result: JSON.stringify({ return: { exited: true, exitcode: program.exitcode, "out-data": output } }),
    };
  };
  return { connection: { call } as unknown as Pick<Connection, "call">, ran };
}

function refusal(message: string): LibvirtError {
  const nothing = { str1: null, str2: null, str3: null, int1: 0, int2: 0 };
  return new LibvirtError(
    { code: 1, domain: 10, level: 2, message, ...nothing } as never,
    "qemu_domain_agent_command",
  );
}

describe("a guest's GPUs", () => {
  test("are asked for in every way, and then in those that it has", async () => {
    const { connection, ran } = guest({ "nvidia-smi": { output: row, looks: 2 } });
    const first = await readGuestGpus(connection, dom, allWays);
    expect(first.gpus).toMatchObject([{ address: "0000:06:00.0", busy: 0.37 }]);
    expect(ran).toEqual(["nvidia-smi", "grep"]);
    await readGuestGpus(connection, dom, first.ways);
    expect(ran).toEqual(["nvidia-smi", "grep", "nvidia-smi"]);
  });

  test("of a guest without a driver are none, and a broken driver's words are told", async () => {
    expect(await readGuestGpus(guest({}).connection, dom, allWays)).toEqual({
      gpus: [],
      problem: null,
      ways: [],
    });
    const output = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n";
    const broken = guest({ "nvidia-smi": { output, exitcode: 9 } });
    expect(await readGuestGpus(broken.connection, dom, allWays)).toMatchObject({
      gpus: [],
      problem: expect.stringMatching(/^nvidia-smi says in the guest: NVIDIA-SMI has failed/),
    });
    const endless = guest({ "nvidia-smi": { output: row.repeat(1000) } });
    expect((await readGuestGpus(endless.connection, dom, allWays)).gpus).toHaveLength(32);
  });

  test("an agent that may run nothing, and one that answers nonsense, are no guest without GPUs", async () => {
    const refusing = { call: () => Promise.reject(refusal("Command guest-exec has been disabled")) };
    await expect(readGuestGpus(refusing as never, dom, allWays)).rejects.toThrow(/disabled/);
    const commands = [{ name: "guest-exec", enabled: false }];
    const forbidding = {
      call: async (_: string, { cmd }: { cmd: string }) => {
        if (JSON.parse(cmd).execute === "guest-exec") throw refusal("has been disabled");
        return { result: JSON.stringify({ return: { supported_commands: commands } }) };
      },
    };
    await expect(readGuestGpus(forbidding as never, dom, allWays)).rejects.toThrow(/may run no programs/);
    for (const result of [
      "",
      "{",
      "[]",
      '{"return":{}}',
      '{"return":{"pid":"x"}}',
      `"${"a".repeat(600_000)}"`,
    ]) {
      const odd = { call: async () => ({ result }) };
      await expect(readGuestGpus(odd as never, dom, allWays)).rejects.toThrow(/does not understand/);
    }
  });
});
