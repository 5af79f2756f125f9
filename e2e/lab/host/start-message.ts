import type { Readable } from "node:stream";

/** Resolves to the first administrator's link as soon as Passdeck has printed it. */
export function readStartMessage(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const fail = () => reject(new Error(`Passdeck in the lab ended before it was ready:\n${text}`));
    output.once("end", fail);
    output.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const link = /^ +(https:\S+\/setup#token=\S+)\r?\n/m.exec(text)?.[1];
      if (link !== undefined) resolve(link);
      if (text.includes("Passdeck has ended")) fail();
    });
  });
}
