/**
 * `npm run bench:upload`: a file that goes through Passdeck into a volume of libvirt's, in turns with `virsh vol-upload`
 * on the same libvirtd. Exits 1 where a goal is missed.
 */
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";

import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { median } from "./quantile";
import { atLeastOfPeer, atMost, type Row, report } from "./report";
import { PassdeckUpload, type SentFile } from "./upload/passdeck-upload";

const run = promisify(execFile);
/** Both take turns, so that what else the machine does meets each of them. */
const rounds = 5;
const sizeBytes = 2 ** 30;
const pool = "bench";
const watchMs = 20;

async function main(): Promise<void> {
  const libvirtd = await startPrivateLibvirtd();
  const virsh = (...words: string[]) => run("virsh", ["-q", "-c", libvirtd.uri, ...words]);
  const folder = join(libvirtd.folder, "lib/bench");
  const file = join(libvirtd.folder, "file");
  try {
    await mkdir(folder);
    await writeRandom(file);
    await virsh("pool-create-as", pool, "dir", "--target", folder);
    const byVirsh = () => virshUpload(virsh, file);
    const remove = (name: string) => virsh("vol-delete", name, pool);
    const contest = { byVirsh, remove, file: { file, sizeBytes, checksum: null } };
    const checked = { ...contest, file: { ...contest.file, checksum: await sha256Of(file) } };
    const plain = await measure("HTTP", await PassdeckUpload.start(libvirtd.uri, "plain"), contest);
    const rows = [
      ...plain.map((row) => ({ ...row, goal: goalOf(row) })),
      ...(await measure(
        "HTTP, SHA-256 compared",
        await PassdeckUpload.start(libvirtd.uri, "plain"),
        checked,
      )),
      ...(await measure("TLS", await PassdeckUpload.start(libvirtd.uri, "tls"), contest)),
    ];
    if (!report(`upload of ${sizeBytes / 2 ** 20} MiB`, ["virsh"], rows)) process.exitCode = 1;
  } finally {
    await libvirtd.stop();
    await rm(file, { force: true });
  }
}

/** virsh counts no checksum and encrypts nothing: the like is compared. */
function goalOf({ unit, ours, peers = [] }: Row) {
  return unit === "MiB" ? atMost(ours, 32, unit) : atLeastOfPeer(ours, peers[0] ?? 0, 0.8);
}

interface Contest {
  file: SentFile;
  /** Seconds. */
  byVirsh(): Promise<number>;
  remove(volume: string): Promise<unknown>;
}

async function measure(
  name: string,
  passdeck: PassdeckUpload,
  { file, byVirsh, remove }: Contest,
): Promise<Row[]> {
  const seconds = { ours: [] as number[], peer: [] as number[] };
  let before = Number.NaN;
  let peak = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await passdeck.residentMebibytes().catch(() => 0));
  }, watchMs);
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const [ours, peer] = [await passdeck.upload(file, pool, "ours"), await byVirsh()];
      await Promise.all([remove("ours"), remove("virsh")]);
      // The first warms all up.
      if (round === 0) {
        before = await passdeck.residentMebibytes();
        peak = 0;
      } else {
        seconds.ours.push(ours);
        seconds.peer.push(peer);
      }
    }
  } finally {
    clearInterval(watch);
    await passdeck.stop();
  }
  const [ours, peer] = [rate(seconds.ours), rate(seconds.peer)];
  return [
    { name: `${name}: throughput`, unit: "MB/s", ours, peers: [peer] },
    { name: `${name}: server's memory above rest, peak`, unit: "MiB", ours: peak - before, peers: [null] },
  ];
}

async function virshUpload(virsh: (...words: string[]) => Promise<unknown>, file: string): Promise<number> {
  const beganAt = performance.now();
  await virsh("vol-create-as", pool, "virsh", String(sizeBytes), "--allocation", "0", "--format", "raw");
  await virsh("vol-upload", "virsh", file, "--pool", pool);
  return (performance.now() - beganAt) / 1_000;
}

function rate(seconds: readonly number[]): number {
  return sizeBytes / 1e6 / median(seconds);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function writeRandom(path: string): Promise<void> {
  const file = await open(path, "w");
  for (let written = 0; written < sizeBytes; written += 2 ** 24) await file.write(randomBytes(2 ** 24));
  await file.close();
}

await main();
