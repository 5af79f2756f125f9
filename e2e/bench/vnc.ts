/**
 * `npm run bench:vnc`: the graphical console's bridge beside Debian's websockify, in turns, in front of the same
 * producer and for the same viewer; in the built Passdeck with TLS, and the bridge alone without. Exits 1 where a goal
 * is missed. Build first.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Passdeck } from "./console/passdeck";
import { median, quantile } from "./quantile";
import { atLeastOfPeer, atMostOfPeer, type Row, report } from "./report";
import { end, startScript, startWebsockify } from "./vnc/helper-process";
import { startMadeUpVm } from "./vnc/made-up-vm";
import { ScreenLine } from "./vnc/screen-line";

/** Both take turns, so that what else the machine does meets each of them. */
const rounds = 8;
const keysPerRound = 500;
const mebibytesPerRound = 256;
const bridgeServer = new URL("./vnc/bridge-server.ts", import.meta.url);
const announcement = z.object({ port: z.number(), ticket: z.string() });

interface Lines {
  ours: ScreenLine;
  peer: ScreenLine;
}

async function main(): Promise<void> {
  const [producer, port] = await startScript(new URL("./vnc/producer.ts", import.meta.url));
  try {
    const rows = [...(await productRows(Number(port))), ...(await bridgeRows(Number(port)))];
    if (!report("graphical console", ["websockify"], rows)) process.exitCode = 1;
  } finally {
    await end(producer);
  }
}

/** The whole server, as it is installed: TLS, the upgrade's checks, tickets; the peer with the same certificate. */
async function productRows(producer: number): Promise<Row[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "passdeck-bench-"));
  const libvirtd = await startPrivateLibvirtd();
  const [vmId, connection] = await startMadeUpVm(libvirtd.testUri, producer);
  const passdeck = await Passdeck.start(libvirtd.testUri, dataFolder);
  const [websockify, port] = await startWebsockify(producer, join(dataFolder, "certificate.pem"));
  try {
    await passdeck.untilConnected();
    const ticket = await passdeck.consoleTicket(vmId, "graphical");
    const headers = { origin: passdeck.url, cookie: passdeck.cookie };
    const ours = await ScreenLine.open(`${passdeck.url.replace("http", "ws")}/ws/graphical`, headers, ticket);
    const peer = await ScreenLine.open(`wss://127.0.0.1:${port}/`, {}, null);
    return await measure("TLS", { ours, peer });
  } finally {
    await end(websockify);
    await passdeck.stop();
    await connection.close();
    await libvirtd.stop();
    await rm(dataFolder, { recursive: true });
  }
}

async function bridgeRows(producer: number): Promise<Row[]> {
  const [bridge, line] = await startScript(bridgeServer, String(producer));
  const [websockify, port] = await startWebsockify(producer, null);
  try {
    const own = announcement.parse(JSON.parse(line));
    const ours = await ScreenLine.open(`ws://127.0.0.1:${own.port}/`, {}, own.ticket);
    const peer = await ScreenLine.open(`ws://127.0.0.1:${port}/`, {}, null);
    return await measure("bridge alone", { ours, peer });
  } finally {
    await end(bridge);
    await end(websockify);
  }
}

async function measure(name: string, lines: Lines): Promise<Row[]> {
  const trips = { ours: [] as number[], peer: [] as number[] };
  const rates = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const who of ["ours", "peer"] as const)
      trips[who].push(...(await lines[who].roundTrips(keysPerRound)));
    for (const who of ["ours", "peer"] as const)
      rates[who].push(await lines[who].throughput(mebibytesPerRound));
  }
  lines.ours.close();
  lines.peer.close();
  const [oursRate, peerRate] = [median(rates.ours) / 1e6, median(rates.peer) / 1e6];
  const trip = (part: number) => [quantile(trips.ours, part), quantile(trips.peer, part)] as const;
  const [[ours50, peer50], [ours95, peer95]] = [trip(0.5), trip(0.95)];
  return [
    {
      name: `${name}: throughput`,
      unit: "MB/s",
      ours: oursRate,
      peers: [peerRate],
      goal: atLeastOfPeer(oursRate, peerRate, 0.9),
    },
    {
      name: `${name}: key → answer, p50`,
      unit: "ms",
      ours: ours50,
      peers: [peer50],
      goal: atMostOfPeer(ours50, peer50, 1),
    },
    { name: `${name}: key → answer, p95`, unit: "ms", ours: ours95, peers: [peer95] },
  ];
}

await main();
