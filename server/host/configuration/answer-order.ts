import { AppError } from "../../errors";
import { type Answer, type Order, orderSchema } from "./helper-order";
import type { HostConfiguration } from "./host-configuration";

/**
 * Carries out one order of a Passdeck that is not root. It is taken for what anybody may have written: it is checked, and the
 * configuration itself holds to its lists.
 * @returns the answer, as JSON.
 */
export async function answerOrder(configuration: HostConfiguration, text: string): Promise<string> {
  return JSON.stringify(await answerTo(configuration, text));
}

async function answerTo(configuration: HostConfiguration, text: string): Promise<Answer> {
  try {
    const order = orderSchema.safeParse(JSON.parse(text));
    if (!order.success)
      throw new AppError("bad-input", {
        userMessage: "The root helper was asked for nothing that it knows.",
      });
    return { value: (await carriedOut(configuration, order.data)) ?? null };
  } catch (error) {
    const { code, userMessage } =
      error instanceof AppError
        ? error
        : new AppError("internal", { userMessage: `The root helper failed: ${String(error)}` });
    return { error: { code, userMessage } };
  }
}

async function carriedOut(configuration: HostConfiguration, order: Order): Promise<unknown> {
  switch (order.act) {
    case "read": {
      const kept = await configuration.read(order.path);
      return kept && { ...kept, bytes: Buffer.from(kept.bytes).toString("base64") };
    }
    case "replace":
      return configuration.replace(order);
    case "missingFolders":
      return configuration.missingFolders(order.path);
    case "removeFolders":
      return configuration.removeFolders(order.path, order.folders);
    case "run":
      return configuration.run(order.words);
  }
}
