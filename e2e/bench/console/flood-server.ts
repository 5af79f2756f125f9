import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { Consoles } from "@/server/console/consoles";
import type { ConsoleSource, ConsoleVm } from "@/server/console/source";
import { someone } from "@/server/console/testing/someone";

/**
 * Passdeck's consoles alone, in a process of their own, with a guest that prints without end as fast as it is read.
 * Prints its port and a ticket for each of the two viewers; ends when it is told to.
 */
const vm: ConsoleVm = { hostId: "local", vmId: "flood", running: true, hasSerialConsole: true };
const user = someone("1", "bench");
const chunkBytes = 64 * 1024;

function endlessGuest(): Duplex {
  return new Duplex({
    readableHighWaterMark: 256 * 1024,
    read() {
      // Fresh bytes each time, as they come from a socket.
      setImmediate(() => this.push(Buffer.alloc(chunkBytes, "x")));
    },
    write(_chunk, _encoding, done) {
      done();
    },
  });
}

const source: ConsoleSource = {
  list: () => [vm],
  onVmChange: () => () => undefined,
  open: async () => endlessGuest(),
};
const consoles = new Consoles({ source, log: { info: () => undefined, error: () => undefined } });
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket) => consoles.accept(socket, user));
await once(server, "listening");
const ticket = () =>
  consoles.issueTicket(user, { hostId: vm.hostId, vmId: vm.vmId, kind: "serial", readOnly: false }).ticket;
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, tickets: [ticket(), ticket()] }));
