import type { MadeUpFiles } from "../made-up-files";
import { memoryOf } from "../made-up-memory";
import type { FrontActs, FrontCall } from "./front-line";

const threads = 8;
/** Of the made-up CPU, between a calm and a busy moment. */
const busyShare = { least: 0.03, most: 0.17 };
const waveSeconds = 40;

/** How busy the made-up host is: the test driver does not count it. */
export function loadAnswers(files: MadeUpFiles): FrontActs {
  return {
    node_get_cpu_stats: (call) => {
      const { busy, idle } = cpuTimes(performance.now() / 1000);
      counters(call, { user: busy, kernel: 0, iowait: 0, idle });
    },
    node_get_memory_stats: (call) => {
      const { totalKibibytes, freeKibibytes } = memoryOf(files);
      counters(call, { total: totalKibibytes, free: freeKibibytes, buffers: 0, cached: 0 });
    },
  };
}

/** Of all threads since the demo began, in nanoseconds: the share that is busy goes up and down. */
function cpuTimes(seconds: number): { busy: number; idle: number } {
  const { least, most } = busyShare;
  const turn = (2 * Math.PI) / waveSeconds;
  const busySeconds = seconds * ((least + most) / 2) - ((most - least) / 2 / turn) * Math.sin(seconds * turn);
  return {
    busy: Math.round(busySeconds * threads * 1e9),
    idle: Math.round((seconds - busySeconds) * threads * 1e9),
  };
}

/** Who asks with room for none is told how many there are. */
function counters({ reader, reply }: FrontCall, values: Readonly<Record<string, number>>): void {
  reader.int();
  const room = reader.int();
  const all = Object.entries(values);
  reply((writer) => {
    writer.unsignedInt(room === 0 ? 0 : all.length);
    for (const [field, value] of room === 0 ? [] : all) {
      writer.string(field, 80);
      writer.unsignedHyper(BigInt(value));
    }
    writer.int(all.length);
  });
}
