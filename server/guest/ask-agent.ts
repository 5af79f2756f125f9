import * as z from "zod";
import type { DomainHandle } from "../domain/lifecycle";
import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";

/** An agent that hangs must not hold its connection's slots. Seconds, as libvirt takes them. */
const agentSeconds = 3;
/** libvirt waits that long for the agent's greeting and again for its answer, and then says that there is none: for that it is given a little longer. */
const timeoutMs = (2 * agentSeconds + 2) * 1000;
/** A guest may answer whatever it likes; what Passdeck asks for is far shorter. */
const longestAnswer = 512 * 1024;

/**
 * Has the guest agent of a running VM do a command.
 * @param answer What its "return" has to be.
 * @throws LibvirtError where the agent does not answer, or refuses; ConnectionError where libvirt does not; AppError "conflict"
 * where the answer is none.
 * @see https://www.qemu.org/docs/master/interop/qemu-ga-ref.html
 */
export async function askAgent<Answer extends z.ZodType>(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
  command: { execute: string; arguments: Record<string, unknown> },
  answer: Answer,
): Promise<z.output<Answer>> {
  const { result } = await connection.call(
    "qemu_domain_agent_command",
    { dom, cmd: JSON.stringify(command), timeout: agentSeconds, flags: 0 },
    { timeoutMs },
  );
  const { success, data } = answer.safeParse(returned(result ?? ""));
  if (success) return data;
  throw new AppError("conflict", {
    userMessage: `${dom.name}: the guest agent answers ${command.execute} in a way that Passdeck does not understand.`,
  });
}

/** What stands under "return"; undefined where it is no answer of an agent. */
function returned(text: string): unknown {
  if (text.length > longestAnswer) return undefined;
  try {
    return z.object({ return: z.unknown() }).parse(JSON.parse(text)).return;
  } catch {
    return undefined;
  }
}
