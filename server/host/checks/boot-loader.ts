import type { CheckSources } from "./check-sources";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

const names = {
  grub: "GRUB",
  "systemd-boot": "systemd-boot",
  refind: "rEFInd",
  limine: "Limine",
  extlinux: "extlinux",
  syslinux: "syslinux",
  lilo: "LILO",
  elilo: "ELILO",
  "raspberry-pi": "The Raspberry Pi's firmware",
  uki: "A unified kernel image that the firmware starts",
  efistub: "The kernel, which the firmware starts",
} as const;

/** Whether it is known how the host boots and where its kernel line is kept. */
export const bootLoader: HostCheck = {
  id: "boot-loader",
  group: "boot",
  title: "Boot loader",
  why: "Kernel parameters have to be put where this host's boot loader takes them from, or nothing changes.",
  look: loaderKnown,
};

function loaderKnown({ setup: { boot } }: CheckSources): Finding {
  const evidence = boot.evidence.map((text) => ({ file: "how the host boots", line: null, text }));
  if (boot.loader === null && boot.line === null) {
    return unknown(
      "Nothing tells which boot loader the host has: kernel parameters have to be placed by hand.",
    );
  }
  const name = boot.loader === null ? "The boot loader is not known" : names[boot.loader];
  if (boot.line === null) {
    return {
      status: "warn",
      detail: `${name}; where its kernel line is kept is not known.`,
      fix: "Kernel parameters have to be placed by hand.",
      evidence,
    };
  }
  const { system } = boot.line;
  if (system !== undefined) return passed(`${name}; ${system.name} ${system.why}.`, evidence);
  const place = boot.line.file === "" ? "the deployment" : boot.line.file;
  return passed(`${name}; the kernel line is kept in ${place}.`, evidence);
}
