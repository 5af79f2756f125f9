/**
 * `npm run bench:upload`: a file that goes through Passdeck into a volume of libvirt's, in turns with `virsh vol-upload`
 * on the same libvirtd; with the SHA-256 that virsh does without. Exits 1 where a goal is missed.
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { median } from "./quantile";
import { atLeastOfPeer, atMost, type Row, report } from "./report";
import { PassdeckUpload } from "./upload/passdeck-upload";

const run = promisify(execFile);
/** Both take turns, so that what else the machine does meets each of them. */
const rounds = 7;
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
    const rows = [
      ...(await measure("HTTP", await PassdeckUpload.start(libvirtd.uri, "plain"), {
        file,
        byVirsh,
        remove,
      })),
      ...(await measure("TLS", await PassdeckUpload.start(libvirtd.uri, "tls"), { file, byVirsh, remove })),
    ];
    if (!report(`upload of ${sizeBytes / 2 ** 20} MiB`, ["virsh"], rows)) process.exitCode = 1;
  } finally {
    await libvirtd.stop();
    await rm(file, { force: true });
  }
}

interface Contest {
  file: string;
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
      const [ours, peer] = [await passdeck.upload(file, sizeBytes, pool, "ours"), await byVirsh()];
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
  const plain = name === "HTTP";
  return [
    {
      name: `${name}: throughput`,
      unit: "MB/s",
      ours,
      peers: [peer],
      ...(plain ? { goal: atLeastOfPeer(ours, peer, 0.8) } : {}),
    },
    {
      name: `${name}: server's memory above rest, peak`,
      unit: "MiB",
      ours: peak - before,
      peers: [null],
      goal: atMost(peak - before, 32, "MiB"),
    },
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

async function writeRandom(path: string): Promise<void> {
  const file = await open(path, "w");
  for (let written = 0; written < sizeBytes; written += 2 ** 24) await file.write(randomBytes(2 ** 24));
  await file.close();
}

await main();
