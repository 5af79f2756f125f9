import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { readExactly } from "@/server/console/graphical/read-exactly";

/**
 * A VNC server without a screen, in a process of its own, for both bridges: it answers each key with as many bytes, and
 * an update request by as many mebibytes as its x says, as fast as they are taken. Prints its port.
 */
const greeting = Buffer.from("RFB 003.008\n");
const block = Buffer.alloc(256 * 1024, 0x5a);
const blocksPerMebibyte = 4;
/** Width, height, a pixel format, and an empty name. */
const serverInit = Buffer.alloc(24);
serverInit.writeUInt16BE(1024, 0);
serverInit.writeUInt16BE(768, 2);

async function serve(socket: Socket): Promise<void> {
  socket.write(greeting);
  await readExactly(socket, greeting.length);
  socket.write(Buffer.of(1, 1));
  await readExactly(socket, 1);
  socket.write(Buffer.alloc(4));
  await readExactly(socket, 1);
  socket.write(serverInit);
  for (;;) {
    const type = (await readExactly(socket, 1)).readUInt8();
    if (type === 4) socket.write(await readExactly(socket, 7));
    else await flood(socket, (await readExactly(socket, 9)).readUInt16BE(1));
  }
}

async function flood(socket: Socket, mebibytes: number): Promise<void> {
  for (let count = 0; count < mebibytes * blocksPerMebibyte; count += 1) {
    if (!socket.write(block)) await once(socket, "drain");
  }
}

const server = createServer((socket) => {
  socket.setNoDelay(true);
  // It ends with its viewer.
  socket.on("error", () => undefined);
  serve(socket).catch(() => socket.destroy());
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
console.log((server.address() as AddressInfo).port);
