import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";

const answerSchema = z.object({
  return: z.unknown().optional(),
  error: z.object({ desc: z.string() }).optional(),
});

/** Presses an emulated machine's reset button, by QEMU's monitor (QMP). */
export async function resetMachine(path: string): Promise<void> {
  const socket = connect(path);
  await once(socket, "connect");
  try {
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    // The first line greets; what is an event is no answer.
    await lines.next();
    for (const execute of ["qmp_capabilities", "system_reset"]) {
      socket.write(`${JSON.stringify({ execute })}\n`);
      await answer(lines);
    }
  } finally {
    socket.destroy();
  }
}

async function answer(lines: AsyncIterator<string>): Promise<void> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("QEMU's monitor has gone");
    const read = answerSchema.parse(JSON.parse(value));
    if (read.error !== undefined) throw new Error(`QEMU's monitor: ${read.error.desc}`);
    if ("return" in read) return;
  }
}
