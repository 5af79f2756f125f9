import { createInterface } from "node:readline";
import { type HostKind, hostKinds } from "./host-kinds";
import { KillPoints } from "./kill-points";
import { orderSchema } from "./order";
import { connect, openRooms } from "./rooms";
import { sendUpload } from "./send-upload";

/**
 * A server that begins one job and may be killed in it. Its arguments are libvirt's URI and, where there is one, the kind
 * and the folder of a host that is changed, and libvirt's URI of a second host. It prints "ready", waits for an
 * order on its standard input, and prints each effect as it comes.
 */
const points = new KillPoints();
points.install();
const [, , libvirtUri = "", kind = "", hostRoot, secondUri] = process.argv;
const fleet = await connect(
  libvirtUri,
  kind === "" ? {} : new hostKinds[kind as HostKind](hostRoot).parts,
  secondUri,
);
process.stdout.write("ready\n");
for await (const line of createInterface(process.stdin)) {
  const { dataFolder, spec, kept, ...order } = orderSchema.parse(JSON.parse(line));
  const { jobs, storage } = openRooms(fleet, dataFolder, kept);
  points.arm(order);
  sendUpload(storage, spec);
  const { id } = jobs.start(spec);
  await jobs.ended(id);
  break;
}
// Connections to libvirt would keep it alive.
process.exit(0);
