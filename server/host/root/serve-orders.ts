import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { answerOrder, type RootActs } from "./answer-order";
import { inputLines } from "./input-lines";
import type { Answer } from "./root-order";

/** More are not begun before one has ended: whoever asks without end waits. */
const mostAtOnce = 16;

/**
 * Carries orders out, a line each, until nobody asks any more; then ends when all that were begun have ended. One that hangs
 * in a driver keeps no other waiting. A line longer than any order ends it.
 */
export async function serveOrders(acts: RootActs, input: Readable, output: Writable): Promise<void> {
  // Who asked may be gone before the answer: what was begun is carried out all the same.
  output.on("error", () => undefined);
  const underWay = new Set<Promise<void>>();
  try {
    for await (const line of inputLines(input)) {
      const work = answerOrder(acts, line)
        .then((answer) => say(output, answer))
        .finally(() => underWay.delete(work));
      underWay.add(work);
      if (underWay.size >= mostAtOnce) await Promise.race(underWay);
    }
  } catch (error) {
    const userMessage = `The root helper could not read its orders: ${String(error)}`;
    await say(output, { id: null, outcome: { error: { code: "bad-input", userMessage } } });
  }
  await Promise.all(underWay);
}

async function say(output: Writable, answer: Answer): Promise<void> {
  if (output.destroyed || output.write(`${JSON.stringify(answer)}\n`)) return;
  await Promise.race([once(output, "drain"), once(output, "close")]).catch(() => undefined);
}
