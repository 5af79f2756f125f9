import { kernelParameter, parametersOfKernel } from "../../host/kernel-parameters";
import type { WishedChange } from "../change.schema";
import { pageBytes } from "../kernel-line/huge-pages";
import type { Finding } from "./finding.schema";
import type { HostNow } from "./host-facts-now";
import { driverFinding, returnedFinding } from "./verify-drivers";
import { lookingGlassFindings } from "./verify-looking-glass";

/** What a change of the host's boot was to bring about, each compared with what is after the restart. Pure. */
export function verifyChange(asked: WishedChange, now: HostNow): Finding[] {
  const reserved = new Set([
    ...asked.vfioAddresses,
    ...[...now.ids].flatMap(([address, id]) => (asked.addIds.includes(id) ? [address] : [])),
  ]);
  return [
    ...asked.add.map((word) => addedWord(word, now)),
    ...asked.remove.map((word) => removedWord(word, now)),
    ...groupsFinding(asked, now),
    ...asked.addIds.filter((id) => ![...now.ids.values()].includes(id)).map(noDevice),
    ...[...reserved].map((address) => driverFinding(address, "vfio-pci", now)),
    ...asked.returnAddresses.map((address) => returnedFinding(address, now)),
    ...Object.entries(asked.overrides).map(([address, driver]) => driverFinding(address, driver, now)),
    ...(asked.hugePages === null ? [] : [pagesFinding(asked.hugePages, now)]),
    ...[...asked.loadModules, ...(asked.earlyVfio ? ["vfio_pci"] : [])].map((name) =>
      loadedFinding(name, now),
    ),
    ...asked.blacklist.map((name) => blacklistFinding(name, now)),
    ...(asked.lookingGlass === null ? [] : lookingGlassFindings(asked.lookingGlass, now.lookingGlass)),
    ...(asked.target === null ? [] : [targetFinding(`${asked.target}.target`, now)]),
  ];
}

function addedWord(word: string, { commandLine }: HostNow): Finding {
  const what = `${word} on the kernel’s line`;
  if (commandLine === null) return unread(what);
  const { name, value } = kernelParameter(word);
  const same = parametersOfKernel(commandLine).filter((one) => one.name === name);
  if (same.some((one) => holds(one.value, value)))
    return { what, status: "pass", detail: "The kernel was started with it." };
  const other = same.at(-1);
  const found =
    other === undefined
      ? "The kernel was started without it."
      : `The kernel was started with ${other.text} in its place.`;
  return { what, status: "fail", detail: `${found} ${otherEntry}` };
}

/** Lists and flags are merged into what the line has already. */
function holds(found: string, wanted: string): boolean {
  const parts = found.split(",");
  return wanted.split(",").every((part) => parts.includes(part));
}

const otherEntry =
  "Another menu entry may have been started, or the boot loader reads another file. Choose the first entry at the next start.";

function removedWord(word: string, { commandLine }: HostNow): Finding {
  const what = `${word} gone from the kernel’s line`;
  if (commandLine === null) return unread(what);
  const { name, value } = kernelParameter(word);
  const left = parametersOfKernel(commandLine).find(
    (one) => one.name === name && (!word.includes("=") || one.value === value),
  );
  return left === undefined
    ? { what, status: "pass", detail: "The kernel was started without it." }
    : { what, status: "fail", detail: `The kernel was started with ${left.text}. ${otherEntry}` };
}

const iommuWords = /^(?:intel_iommu|amd_iommu|iommu)$/;

function groupsFinding({ add }: WishedChange, { iommuGroups }: HostNow): Finding[] {
  if (!add.some((word) => iommuWords.test(kernelParameter(word).name))) return [];
  const what = "IOMMU groups";
  return [
    iommuGroups > 0
      ? { what, status: "pass", detail: `The kernel has ${iommuGroups} of them.` }
      : {
          what,
          status: "fail",
          detail: "The kernel has none: turn VT-d or AMD-Vi (IOMMU) on in the firmware’s setup.",
        },
  ];
}

function pagesFinding({ size, count }: NonNullable<WishedChange["hugePages"]>, now: HostNow): Finding {
  const what = `${count} huge pages of ${size}`;
  const found = now.hugePages.get(pageBytes(size) / 1024);
  if (found === undefined) {
    return { what, status: "fail", detail: `This kernel, or this CPU, has no huge pages of ${size}.` };
  }
  if (found === count) return { what, status: "pass", detail: "They are there." };
  const detail =
    found < count
      ? `${found} are there: the kernel found no more memory in one piece. Ask for fewer, or for smaller ones.`
      : `${found} are there: something else asks for more.`;
  return { what, status: found < count ? "fail" : "pass", detail };
}

function loadedFinding(name: string, { modules }: HostNow): Finding {
  const what = `${name} loaded`;
  return modules.has(name.replaceAll("-", "_"))
    ? { what, status: "pass", detail: "It is loaded, or part of the kernel." }
    : { what, status: "fail", detail: `It is not. See why: modprobe ${name}; dmesg` };
}

function blacklistFinding(name: string, { modules }: HostNow): Finding {
  const what = `${name} not loaded`;
  return modules.has(name.replaceAll("-", "_"))
    ? {
        what,
        status: "fail",
        detail: "It is loaded all the same: by name, by another module, or in the initial RAM disk.",
      }
    : { what, status: "pass", detail: "It is not." };
}

/** A trial names it on the kernel's line, where it counts before the link. */
function targetFinding(wanted: string, { target, commandLine }: HostNow): Finding {
  const what = `${wanted} started`;
  const once = /(?:^|\s)systemd\.unit=(\S+)/.exec(commandLine ?? "")?.[1];
  const found = once ?? target;
  return found === wanted
    ? { what, status: "pass", detail: "systemd starts it." }
    : {
        what,
        status: "fail",
        detail: `systemd starts ${found ?? "nothing that is known"}. See: systemctl get-default`,
      };
}

function noDevice(id: string): Finding {
  return { what: `Devices of ${id}`, status: "unknown", detail: "The host has none of this id." };
}

function unread(what: string): Finding {
  return { what, status: "unknown", detail: "/proc/cmdline can’t be read." };
}
