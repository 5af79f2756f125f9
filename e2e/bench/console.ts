/**
 * `npm run bench:console`: a guest's serial console in Passdeck beside a bare libvirt stream and virsh console, all in
 * turns on the same guest. Exits 1 where a goal is missed. Build first.
 */
import { randomUUID } from "node:crypto";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "@/server/libvirt/connection";
import { parseLibvirtUri } from "@/server/libvirt/uri";
import { measureKeys } from "./console/browser";
import { LibvirtLine } from "./console/libvirt-line";
import { flood } from "./console/memory";
import { Passdeck } from "./console/passdeck";
import { measureEchoes, measureThroughput, runCommand } from "./console/serial-line";
import { Virsh } from "./console/virsh";
import { WebSocketLine } from "./console/web-socket-line";
import { median, quantile } from "./quantile";
import { atLeastOfPeer, atMost, type Row, report } from "./report";

const domain = "bench";
const vmId = randomUUID();
/** All take turns, so that what else the machine does meets each of them. */
const echoRounds = 4;
const keysPerRound = 100;
const browserKeys = 200;
const throughputRounds = 3;
/** In the guest: half a mebibyte of lines. */
const block = "/tmp/block";
const blockCommand = `cat ${block}`;
const floodBytes = 1024 * 1024 * 1024;
const floodRounds = 3;

async function main(): Promise<void> {
  const rows: Row[] = [];
  const libvirtd = await startPrivateLibvirtd();
  try {
    console.log("booting the guest …");
    await bootGuest(libvirtd);
    const passdeck = await Passdeck.start(libvirtd.uri);
    try {
      await passdeck.untilConnected();
      rows.push(...(await guestRows(libvirtd, passdeck)));
    } finally {
      await passdeck.stop();
    }
  } finally {
    await libvirtd.stop();
  }
  rows.push(...(await memoryRows()));
  if (!report("serial console", ["peer"], rows)) process.exitCode = 1;
}

async function bootGuest(libvirtd: PrivateLibvirtd): Promise<void> {
  const target = parseLibvirtUri(libvirtd.uri);
  const connection = await Connection.open(target.dialer, target.uri);
  const xml = guestDomainXml(await ensureGuest(), { name: domain, uuid: vmId, network: false });
  const { dom } = await connection.call("domain_define_xml", { xml });
  await connection.call("domain_create", { dom });
  await connection.close();
  const line = await LibvirtLine.open(libvirtd.uri, domain);
  await new Promise<void>((resolve) => {
    let boot = "";
    line.onOutput((output) => {
      boot += output;
      if (boot.includes(guestReadyLine)) resolve();
    });
  });
  await runCommand(line, `seq 1 80000 > ${block}`);
  await line.close();
}

async function guestRows({ uri }: PrivateLibvirtd, passdeck: Passdeck): Promise<Row[]> {
  const virsh = new Virsh(uri, domain);
  const ours = await WebSocketLine.open(passdeck, vmId);
  const echo = { ours: [] as number[], raw: [] as number[], virsh: [] as number[] };
  for (let round = 0; round < echoRounds; round += 1) {
    await ours.untilConnected();
    echo.ours.push(...(await measureEchoes(ours, keysPerRound)));
    const raw = await LibvirtLine.open(uri, domain);
    echo.raw.push(...(await measureEchoes(raw, keysPerRound)));
    await raw.close();
    // libvirt 9.0 crashes where a console is taken by force in the moment in which its holder gives it back.
    await ours.untilConnected();
    echo.virsh.push(...(await virsh.echoes(keysPerRound)));
  }
  const throughput = { ours: [] as number[], virsh: [] as number[] };
  for (let round = 0; round < throughputRounds; round += 1) {
    await ours.untilConnected();
    throughput.ours.push(await measureThroughput(ours, blockCommand));
    throughput.virsh.push(await virsh.throughput(blockCommand));
  }
  await ours.untilConnected();
  await ours.close();
  const keys = await measureKeys(passdeck, vmId, browserKeys);
  return [...echoRows(echo), ...keyRows(keys, echo.virsh), throughputRow(throughput)];
}

function echoRows({ ours, raw, virsh }: Record<"ours" | "raw" | "virsh", number[]>): Row[] {
  const added = median(ours) - median(raw);
  return [
    {
      name: "echo by WebSocket, p50; peer: libvirt stream",
      unit: "ms",
      ours: median(ours),
      peers: [median(raw)],
    },
    { name: "  added to the libvirt stream, p50", unit: "ms", ours: added, goal: atMost(added, 1, "ms") },
    { name: "  p95", unit: "ms", ours: quantile(ours, 0.95), peers: [quantile(raw, 0.95)] },
    { name: "  p50; peer: virsh console", unit: "ms", ours: median(ours), peers: [median(virsh)] },
  ];
}

function keyRows({ ours, bare }: Awaited<ReturnType<typeof measureKeys>>, virsh: number[]): Row[] {
  const [half, most] = [median(ours.painted), quantile(ours.painted, 0.95)];
  return [
    {
      name: "browser, key → echo arrived, p50; peer: bare page",
      unit: "ms",
      ours: median(ours.arrived),
      peers: [median(bare.arrived)],
    },
    {
      name: "browser, key → painted, p50; peer: bare page",
      unit: "ms",
      ours: half,
      peers: [median(bare.painted)],
      goal: atMost(half, 9, "ms"),
    },
    {
      name: "  p95",
      unit: "ms",
      ours: most,
      peers: [quantile(bare.painted, 0.95)],
      goal: atMost(most, 13, "ms"),
    },
    { name: "  p50; peer: virsh console", unit: "ms", ours: half, peers: [median(virsh)] },
    { name: "  p95; peer: virsh console", unit: "ms", ours: most, peers: [quantile(virsh, 0.95)] },
  ];
}

function throughputRow(figures: Record<"ours" | "virsh", number[]>): Row {
  const [ours, virsh] = [median(figures.ours) / 1e6, median(figures.virsh) / 1e6];
  return {
    name: "throughput; peer: virsh console",
    unit: "MB/s",
    ours,
    peers: [virsh],
    goal: atLeastOfPeer(ours, virsh, 0.9),
  };
}

async function memoryRows(): Promise<Row[]> {
  const alone: number[] = [];
  const beside: number[] = [];
  const rates = { alone: [] as number[], beside: [] as number[] };
  for (let round = 0; round < floodRounds; round += 1) {
    for (const stalled of [false, true]) {
      const { peak, rate } = await flood(floodBytes, stalled);
      (stalled ? beside : alone).push(peak);
      (stalled ? rates.beside : rates.alone).push(rate);
    }
  }
  const added = median(beside) - median(alone);
  return [
    {
      name: "peak memory in a flood, one stalled viewer; peer: without",
      unit: "MiB",
      ours: median(beside),
      peers: [median(alone)],
    },
    { name: "  added by the stalled viewer", unit: "MiB", ours: added, goal: atMost(added, 16, "MiB") },
    {
      name: "  rate of the fast viewer; peer: without",
      unit: "MB/s",
      ours: median(rates.beside),
      peers: [median(rates.alone)],
    },
  ];
}

await main();
