import { AppError } from "../errors";

/** libvirt's own limit for a definition (VIR_DOMAIN_XML over RPC) is 4 MiB for any text; a command is far smaller. */
const mostBytes = 4 * 2 ** 20;

/**
 * Standard input to its end.
 * @param what What is read, for the message: "a VM's definition".
 * @throws AppError "bad-input" where it is larger than any such text is.
 */
export async function readInput(what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) {
      throw new AppError("bad-input", {
        userMessage: `The input is larger than 4 MiB, which is too much for ${what}.`,
      });
    }
  }
  return Buffer.concat(chunks);
}
