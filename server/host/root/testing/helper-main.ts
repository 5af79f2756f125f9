import { LocalConfiguration } from "../../configuration/local-configuration";
import { localTools } from "../../tools";
import { ListedWriter } from "../../writer/listed-writer";
import { ProcessWriter } from "../../writer/process-writer";
import { rootEyes } from "../root-eyes";
import { serveOrders } from "../serve-orders";

/** A root helper for tests: its argument is the folder of a host. */
const root = process.argv[2] ?? "";
const acts = {
  configuration: new LocalConfiguration({ root, tools: localTools() }),
  writer: new ListedWriter(new ProcessWriter({ root })),
  eyes: rootEyes(root),
};
await serveOrders(acts, process.stdin, process.stdout);
