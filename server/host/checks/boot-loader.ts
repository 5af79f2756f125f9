import type { FrozenMenu } from "../boot/frozen-menu";
import { plainText } from "../plain-text";
import type { Evidence } from "./check.schema";
import type { CheckSources } from "./check-sources";
import { changeOf, type Finding, type HostCheck, passed, unknown } from "./host-check";

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
  look: (sources) => menuFrozen(sources) ?? loaderKnown(sources),
};

function menuFrozen({ setup: { frozenMenu } }: CheckSources): Finding | null {
  if (frozenMenu === null) return null;
  const { path, leadsTo, stub } = frozenMenu;
  return {
    status: "warn",
    detail: `GRUB starts by /${path}, which is a whole menu. It should be some lines that lead to /${leadsTo}: new kernels and changed parameters never show up.`,
    fix: `Restore /${path}: its lines search the file system and read /${leadsTo} on it.`,
    evidence: evidenceOf(frozenMenu),
    change: stub === null ? null : changeOf({ restoreGrubStub: true }),
  };
}

/** Its first entry. */
function evidenceOf({ path, text }: FrozenMenu): Evidence[] {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^\s*menuentry\s/.test(line));
  return [{ file: `/${path}`, line: at + 1, text: plainText(lines[at] ?? "") }];
}

function loaderKnown({ setup: { boot, isMenuUnseen } }: CheckSources): Finding {
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
  const unseen =
    isMenuUnseen && boot.line.format === "grub-default"
      ? " GRUB’s own file on the EFI partition could not be read: whether it leads to the host’s menu is not known."
      : "";
  return passed(`${name}; the kernel line is kept in ${place}.${unseen}`, evidence);
}
