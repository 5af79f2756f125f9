import { type Pinning, suggestPins } from "@/components/cpu/suggest-pins";
import { formatBytes } from "@/components/formats/numbers";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { Preset, PresetSetting } from "@/server/create/presets/preset.schema";

/** What of a host decides on a VM's size. */
type HostSize = Pick<CreateChoices, "cpus" | "memoryBytes" | "availableMemoryBytes" | "hugepages">;

const gibibyte = 2 ** 30;
/** More cores than that serve few games and few desktops. */
const mostCores = 8;
const mostGibibytes = 16;

/**
 * A preset with settings of how large the VM is on this host, each with its reason, where the preset leaves that open:
 * half of the host, within limits, on the NUMA node that the GPU is connected to.
 * @param node The GPU's node; null while none is chosen, or where the host does not tell.
 */
export function fitToHost(preset: Preset, host: HostSize, node: number | null): Preset {
  if (preset.sizedByHost !== true) return preset;
  const memory = preset.onHugePages ? hugePageSetting(host) : null;
  return {
    ...preset,
    settings: [...preset.settings, ...cpuSettings(host, node), memory ?? memorySetting(host)],
  };
}

function cpuSettings({ cpus }: HostSize, node: number | null): PresetSetting[] {
  if (cpus === null) return [];
  const bySize = cpus.nodes.toSorted((one, other) => other.cores.length - one.cores.length);
  const home = cpus.nodes.find(({ id }) => id === node) ?? bySize[0];
  if (home === undefined || home.cores.length === 0) return [];
  const all = home.cores.length;
  const threads = home.cores.every((core) => core.threads.length >= 2) ? 2 : 1;
  const half = Math.max(1, Math.min(mostCores, Math.floor(all / 2)));
  // One vCPU is less than Windows installs on.
  const cores = half * threads < 2 ? Math.min(2, all) : half;
  const shape = { sockets: 1, cores, threads };
  const place = cpus.nodes.length > 1 ? `the host's NUMA node ${home.id}` : "the host";
  const size: PresetSetting = {
    title: `${cores} ${cores === 1 ? "core" : "cores"}${threads === 2 ? " with two threads each" : ""}`,
    reason: `Half of the ${all} of ${place}, at most ${mostCores}. The rest is left to the host and other VMs.`,
    change: { vm: { cpu: shape } },
  };
  const pinning = suggestPins(shape, cpus, home.id);
  return pinning === null ? [size] : [size, pinSetting(cpus, pinning, node)];
}

function pinSetting(
  cpus: NonNullable<HostSize["cpus"]>,
  pinning: Pinning,
  node: number | null,
): PresetSetting {
  const chosen = pinning.pins.map((pin) => Number(pin.cpus));
  const isolated = chosen.every((cpu) => cpus.isolated.includes(cpu));
  const homes = cpus.nodes.filter(({ cores }) =>
    cores.some(({ threads }) => threads.some((thread) => chosen.includes(thread))),
  );
  const where = isolated ? "isolated CPUs (isolcpus)" : "cores other than the host's first";
  const [home] = homes;
  const onOneNode = cpus.nodes.length > 1 && homes.length === 1 && home !== undefined;
  const nodeText = !onOneNode
    ? ""
    : home.id === node
      ? ` They are on NUMA node ${home.id}, where the GPU is connected, and so is the memory if it fits.`
      : ` They are on NUMA node ${home.id}, and so is the memory if it fits.`;
  const numa = onOneNode ? { numa: { mode: "preferred" as const, nodes: String(home.id) } } : {};
  return {
    title: "Each vCPU pinned to its own CPU",
    reason: `Pinning keeps caches warm and frame times even. The vCPUs are pinned to ${where}.${nodeText}`,
    change: { vm: { cpu: pinning, memory: numa } },
  };
}

function memorySetting({ memoryBytes, availableMemoryBytes }: HostSize): PresetSetting {
  const half = Math.round(memoryBytes / gibibyte / 2);
  const free = availableMemoryBytes === null ? half : Math.floor(availableMemoryBytes / gibibyte);
  const size = Math.max(2, Math.min(mostGibibytes, half, free));
  const spare = free < Math.min(half, mostGibibytes) ? " Limited to what is free now." : "";
  return {
    title: `${size} GiB of memory`,
    reason: `Half of the host's ${formatBytes(memoryBytes)}, at least 8 GiB for games and at most ${mostGibibytes} GiB. It is locked: nothing else can use it while the VM runs.${spare}`,
    change: { vm: { memory: { bytes: size * gibibyte } } },
  };
}

/** As much memory as there are free huge pages for, of the largest that are enough; null where there are too few. */
function hugePageSetting({ memoryBytes, hugepages }: HostSize): PresetSetting | null {
  const wanted = Math.max(2, Math.min(mostGibibytes, Math.round(memoryBytes / gibibyte / 2)));
  const sizes = (hugepages ?? []).toSorted((one, other) => other.bytes - one.bytes);
  for (const { bytes, free } of sizes) {
    const size = Math.min(wanted, Math.floor((free * bytes) / gibibyte));
    if (size < 2) continue;
    return {
      title: `${size} GiB of memory on huge pages of ${formatBytes(bytes)}`,
      reason: `The host has set aside ${free} pages that are free. The guest's memory is found with fewer look-ups, and is never swapped out.`,
      change: { vm: { memory: { bytes: size * gibibyte, hugepageBytes: bytes } } },
    };
  }
  return null;
}
