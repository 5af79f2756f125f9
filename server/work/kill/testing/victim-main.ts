import { createInterface } from "node:readline";
import { KillPoints } from "./kill-points";
import { orderSchema } from "./order";
import { connect, openRooms } from "./rooms";
import { sendUpload } from "./send-upload";

/**
 * A server that begins one job and may be killed in it. Its argument is libvirt's URI. It prints "ready", waits for an
 * order on its standard input, and prints each effect as it comes.
 */
const points = new KillPoints();
points.install();
const fleet = await connect(process.argv[2] ?? "");
process.stdout.write("ready\n");
for await (const line of createInterface(process.stdin)) {
  const { dataFolder, spec, ...order } = orderSchema.parse(JSON.parse(line));
  const { jobs, storage } = openRooms(fleet, dataFolder);
  points.arm(order);
  sendUpload(storage, spec);
  const { id } = jobs.start(spec);
  await jobs.ended(id);
  break;
}
// Connections to libvirt would keep it alive.
process.exit(0);
