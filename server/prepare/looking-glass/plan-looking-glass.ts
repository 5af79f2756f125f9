import { type BootCommand, once } from "../../host/boot/boot-setup";
import type { FileStep } from "../file-step";
import { Draft } from "../modules/plan/draft";
import { refuseOthersFiles } from "../plan-host-modules";
import type { PrepareHost } from "../prepare-host";
import { Refused } from "../refused";
import { libvirtUnit } from "./libvirt-daemon";
import type { LookingGlassFiles } from "./looking-glass-files.schema";
import { moduleFiles } from "./module-files";
import { planSharedFile } from "./shared-file";

interface PlannedFiles {
  steps: FileStep[];
  commands: readonly BootCommand[];
  executable: string[];
}

/**
 * The host's files for Looking Glass, and what has them count at once; each only where the host has what it is about.
 * https://looking-glass.io/docs/B7/ivshmem_shm/, https://looking-glass.io/docs/B7/ivshmem_kvmfr/
 * @throws Refused with what the host lacks, or what somebody else wrote.
 */
export function planLookingGlass(host: PrepareHost, wanted: LookingGlassFiles): PlannedFiles {
  refuseUnknown(host, wanted);
  const draft = new Draft(host.files);
  const refused =
    wanted.memory === "shm" ? planSharedFile(draft, wanted.user) : moduleFiles(draft, host, wanted);
  if (refused !== null) throw new Refused(refused.reason, refused.instead?.text ?? null);
  const steps = draft.steps().map(({ file, before, after }) => ({ file, before, after }));
  if (steps.length > 0) refuseOthersFiles(host);
  return { steps, executable: [], commands: steps.length === 0 ? [] : commandsOf(host, wanted, steps) };
}

/** udev(7) and systemd-tmpfiles(8) know the host's own users alone, and pass over others. */
function refuseUnknown({ files }: PrepareHost, { user }: LookingGlassFiles): void {
  const names = (path: string) =>
    files
      .text(path)
      ?.split("\n")
      .map((line) => line.split(":")[0]);
  if (names("etc/passwd")?.includes(user) === false)
    throw new Refused(
      `The host has no user ${user} of its own (/etc/passwd).`,
      "Name the one who runs the client.",
    );
  if (names("etc/group")?.includes("kvm") === false)
    throw new Refused("The host has no group kvm, by which QEMU is to open the memory.");
}

function commandsOf(
  { lookingGlass, files }: PrepareHost,
  { memory }: LookingGlassFiles,
  steps: readonly FileStep[],
): BootCommand[] {
  if (memory === "shm")
    return [once("systemd-tmpfiles", "--create", "/etc/tmpfiles.d/10-looking-glass.conf")];
  const isListed = steps.some(({ file }) => file === "etc/libvirt/qemu.conf");
  return [
    once("udevadm", "control", "--reload"),
    lookingGlass.module === "loaded"
      ? once("udevadm", "trigger", "--subsystem-match=kvmfr")
      : once("modprobe", "kvmfr"),
    ...(isListed ? [once("systemctl", "try-restart", libvirtUnit(files))] : []),
  ];
}
