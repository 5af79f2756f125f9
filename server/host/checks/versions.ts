import type { Evidence } from "./check.schema";
import type { CheckSources } from "./check-sources";
import { qemuCacheFolder } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Which QEMU and libvirt the host has. */
export const versions: HostCheck = {
  id: "versions",
  group: "guests",
  title: "QEMU and libvirt versions",
  why: "What a VM can be given depends on them; older ones lack options that guides take for granted.",
  look: versionsKnown,
};

interface Program {
  emulator: string;
  qemu: number;
  libvirt: number | null;
  evidence: Evidence;
}

/** Of 2021; what is older is not among those that Passdeck is tried with. */
const oldest = { qemu: 5_002_000, libvirt: 7_000_000 };

function versionsKnown({ further }: CheckSources): Finding {
  const programs = further.qemuCaches.flatMap((path) => programOf(path, further.second.text(path)));
  const [newest] = programs.sort((left, right) => right.qemu - left.qemu);
  if (newest === undefined) {
    return unknown(
      `Not looked at: what libvirt found of QEMU (/${qemuCacheFolder}) is not there or may not be read. It is there once a VM was made.`,
    );
  }
  const libvirt = newest.libvirt === null ? "" : `, libvirt ${inWords(newest.libvirt)}`;
  const detail = `QEMU ${inWords(newest.qemu)}${libvirt}.`;
  const evidence = programs.map((program) => program.evidence);
  const isOld = newest.qemu < oldest.qemu || (newest.libvirt ?? oldest.libvirt) < oldest.libvirt;
  if (!isOld) return passed(detail, evidence);
  return {
    status: "warn",
    detail: `${detail} Passdeck is not tried with versions before QEMU 5.2 and libvirt 7.0.`,
    fix: "Update the host's distribution.",
    evidence,
  };
}

/** Of libvirt's cache: the emulator, its version and that of libvirt itself, as major * 1,000,000 + minor * 1,000 + micro. */
function programOf(path: string, text: string | null): Program[] {
  if (text === null) return [];
  const emulator = /<emulator>([^<]{1,200})<\/emulator>/.exec(text)?.[1] ?? "QEMU";
  const qemu = /<version>(\d{4,9})<\/version>/.exec(text)?.[1];
  const libvirt = /<selfvers>(\d{4,9})<\/selfvers>/.exec(text)?.[1];
  if (qemu === undefined) return [];
  const line = text.split("\n").findIndex((one) => one.includes("<version>")) + 1;
  return [
    {
      emulator,
      qemu: Number(qemu),
      libvirt: libvirt === undefined ? null : Number(libvirt),
      evidence: { file: `/${path}`, line, text: `${emulator}: ${inWords(Number(qemu))}` },
    },
  ];
}

function inWords(version: number): string {
  return [Math.floor(version / 1_000_000), Math.floor(version / 1000) % 1000, version % 1000].join(".");
}
