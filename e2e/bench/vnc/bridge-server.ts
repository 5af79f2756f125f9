import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { connectToVnc } from "@/server/console/graphical/connect-to-vnc";
import { GraphicalConsoles } from "@/server/console/graphical/graphical-consoles";
import { someone } from "@/server/console/testing/someone";
import { localSockets } from "@/server/host/sockets";

/**
 * Passdeck's bridge alone, in a process of its own and without TLS, in front of the port that is its argument. Prints
 * its port and a ticket.
 */
const user = someone("1", "bench");
const request = { hostId: "local", vmId: "producer", kind: "graphical", readOnly: false } as const;
const target = { at: { host: "127.0.0.1", port: Number(process.argv[2]) }, password: null };

const consoles = new GraphicalConsoles({
  source: { has: () => true, open: () => connectToVnc(localSockets, target, "producer", 5_000) },
  log: { info: () => undefined, error: () => undefined },
});
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket) => consoles.accept(socket, user));
await once(server, "listening");
const { ticket } = consoles.issueTicket(user, request);
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, ticket }));
