import { createServer } from "node:net";
import { LocalConfiguration } from "@/server/host/configuration/local-configuration";
import { rootEyes } from "@/server/host/root/root-eyes";
import { serveOrders } from "@/server/host/root/serve-orders";
import { systemTools } from "@/server/host/tools";
import { ListedWriter } from "@/server/host/writer/listed-writer";
import { ProcessWriter } from "@/server/host/writer/process-writer";

/**
 * Root's helper in the lab's mounts, as systemd starts it behind a socket (the first argument); says so when it listens. The
 * machine's own boot files are not the lab's: it has a folder in their place (the second).
 */
const acts = {
  configuration: new LocalConfiguration({ root: process.argv[3] ?? "/nowhere", tools: systemTools() }),
  writer: new ListedWriter(new ProcessWriter()),
  eyes: rootEyes(),
};
const server = createServer((connection) => void serveOrders(acts, connection, connection));
server.listen(process.argv[2], () => process.stdout.write("ready\n"));
