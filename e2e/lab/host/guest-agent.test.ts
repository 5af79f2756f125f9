import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "@/server/host/tree.test-data";
import { GuestAgent } from "./guest-agent";

const callSchema = z.object({
  execute: z.string(),
  arguments: z.object({ id: z.number().optional() }).optional(),
});
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An agent that first answers what its host was asked before it restarted. */
async function restartedAgent(): Promise<string> {
  const path = join(temporaryFolder(), "agent.sock");
  const server = createServer((socket) => {
    const answer = (value: unknown) => socket.write(`${JSON.stringify({ return: value })}\n`);
    answer({});
    answer({ pid: 7 });
    createInterface({ input: socket }).on("line", (line) => {
      const { execute, arguments: given } = callSchema.parse(JSON.parse(line));
      if (execute === "guest-sync") answer(given?.id ?? null);
      if (execute === "guest-exec") answer({ pid: 8 });
      if (execute === "guest-exec-status")
        answer({ exited: true, exitcode: 0, "out-data": Buffer.from("a boot\n").toString("base64") });
    });
  });
  servers.push(server);
  await once(server.listen(path), "listening");
  return path;
}

test("answers to what was asked before a restart are passed by", async () => {
  const agent = await GuestAgent.openAnew(await restartedAgent());
  expect(await agent?.tryRead("/proc/sys/kernel/random/boot_id")).toBe("a boot");
  agent?.close();
});
