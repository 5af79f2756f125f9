import { AppError } from "../../errors";
import type { HostConfiguration } from "../configuration/host-configuration";
import { HostWriteError, type HostWriter } from "../writer/host-writer";
import { foundAsJson } from "./found-files";
import type { RootEyes } from "./root-eyes";
import { type Answer, askedSchema, type Order, type Outcome } from "./root-order";

/** What the root helper does its orders by: each holds to its own list. */
export interface RootActs {
  configuration: HostConfiguration;
  writer: HostWriter;
  eyes: RootEyes;
}

/** Carries out one line of a Passdeck that is not root. It is taken for what anybody may have written. */
export async function answerOrder(acts: RootActs, line: string): Promise<Answer> {
  const asked = askedSchema.safeParse(jsonOf(line));
  if (!asked.success) return unknownOrder;
  const { id, order } = asked.data;
  return { id, outcome: await outcomeOf(acts, order) };
}

const unknownOrder: Answer = {
  id: null,
  outcome: {
    error: { code: "bad-input", userMessage: "The root helper was asked for nothing that it knows." },
  },
};

async function outcomeOf(acts: RootActs, order: Order): Promise<Outcome> {
  try {
    return { value: (await carriedOut(acts, order)) ?? null };
  } catch (error) {
    if (error instanceof HostWriteError) return { refused: error.code };
    const { code, userMessage } =
      error instanceof AppError
        ? error
        : new AppError("internal", { userMessage: `The root helper failed: ${String(error)}` });
    return { error: { code, userMessage } };
  }
}

async function carriedOut({ configuration, writer, eyes }: RootActs, order: Order): Promise<unknown> {
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
    case "bootSpace":
      return configuration.bootSpace();
    case "kernelWrite":
      return writer.write(order.path, order.value);
    case "kernelRead":
      return writer.read(order.path, order.encoding);
    case "loadModule":
      return writer.loadModule(order.name);
    case "look":
      return foundAsJson(await eyes.look(order.batch));
  }
}

/** null of what is no JSON. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
