import { answersWays, type Installer } from "../answers/installer.schema";
import { architectureOf } from "../domain/host-capabilities";
import { kernelPaths } from "../medium/installer-kernel";
import { hasSecureBoot } from "../specification/firmware.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** Pools whose volumes are files, which QEMU can load a kernel from. */
const folderPools: readonly string[] = ["dir", "fs", "netfs"];

interface Asked {
  installer: Installer;
  pool: string;
  start: boolean;
}

/** What keeps an installer from being answered as asked for. */
export function installationFindings(
  vm: VmSpecification,
  asked: Asked,
  host: PreflightHost,
): PreflightFinding[] {
  const { installer } = asked;
  if (installer === "windows") return [];
  const problems = [diskProblem(vm)];
  if (answersWays[installer].kernelOptions !== null) {
    const paths = kernelPaths(installer, architectureOf(vm));
    problems.push(
      paths === null ? noKernel : null,
      vm.opticalDrives[0]?.source?.kind === "volume" ? null : notInPool,
      hasSecureBoot(vm.firmware) ? secureBoot : null,
      asked.start ? null : notStarted,
      poolProblem(asked.pool, host),
    );
  }
  return problems.filter((problem) => problem !== null);
}

function problem(path: PreflightFinding["path"], message: string, fix: string): PreflightFinding {
  return { code: "installation", weight: "fail", path, message, fix };
}

function diskProblem({ disks }: VmSpecification): PreflightFinding | null {
  if (disks.length > 0) return null;
  return problem(["disks"], "There is no disk to install on.", "Add one.");
}

const noKernel = problem(
  ["answers"],
  "This installer has no kernel for the VM’s architecture.",
  "Choose another installer.",
);
const notInPool = problem(
  ["opticalDrives", 0, "source"],
  "The installer’s kernel is read from its ISO, which has to be a volume of a pool.",
  "Choose the ISO from a pool.",
);
const secureBoot = problem(
  ["firmware"],
  "Secure Boot refuses an installer’s kernel that is started without its boot loader.",
  "Turn Secure Boot off, or install without answers.",
);
const notStarted = problem(
  ["answers"],
  "The installer gets its answers when the VM is started the first time.",
  "Choose “Start after creation”.",
);

function poolProblem(name: string, { pools }: PreflightHost): PreflightFinding | null {
  const pool = pools.find((one) => one.name === name);
  // One that is stopped tells no kind, and that it is stopped is said elsewhere.
  if (pool === undefined || pool.type === "" || folderPools.includes(pool.type)) return null;
  return problem(
    ["answers"],
    `QEMU can’t load the installer’s kernel from the pool ${name}: its volumes are not files.`,
    "Put the first disk into a pool that is a folder.",
  );
}
