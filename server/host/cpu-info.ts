/** What /proc/cpuinfo tells, of which every architecture writes its own dialect. */
export interface CpuInfo {
  model: string | null;
  vendor: "intel" | "amd" | "arm" | null;
  /** Logical CPUs that are online. */
  threads: number;
}

const vendorNames: Readonly<Record<string, CpuInfo["vendor"]>> = {
  GenuineIntel: "intel",
  AuthenticAMD: "amd",
  HygonGenuine: "amd",
};

/** Reads /proc/cpuinfo: `key : value` lines, one block a logical CPU. */
export function parseCpuInfo(text: string): CpuInfo {
  const first = new Map<string, string>();
  let threads = 0;
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim();
    if (key === "processor") threads += 1;
    if (!first.has(key)) first.set(key, line.slice(colon + 1).trim());
  }
  return { model: modelOf(first), vendor: vendorOf(first), threads };
}

/** Arm's kernels name the board ("Model", "Hardware") and give the core's number only. */
function modelOf(fields: ReadonlyMap<string, string>): string | null {
  const keys = ["model name", "Model", "Hardware", "cpu model", "cpu"];
  return keys.map((key) => fields.get(key)).find((value) => value !== undefined && value !== "") ?? null;
}

function vendorOf(fields: ReadonlyMap<string, string>): CpuInfo["vendor"] {
  const vendor = fields.get("vendor_id");
  if (vendor !== undefined) return vendorNames[vendor] ?? null;
  return fields.has("CPU implementer") ? "arm" : null;
}
