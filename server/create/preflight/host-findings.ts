import { architectureOf } from "../domain/host-capabilities";
import { hasSecureBoot } from "../specification/firmware.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** The VM's name, and programs and firmware that have to be installed. */
export function hostFindings(vm: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  const add = (code: PreflightFinding["code"], path: string[], message: string, fix: string) =>
    findings.push({ code, weight: "fail", path, message, fix });
  if (host.vmNames.includes(vm.name)) {
    add("name-taken", ["name"], `The host already has a VM called ${vm.name}.`, "Choose another name.");
  }
  const automatic = vm.firmware.kind === "uefi";
  if (automatic && host.firmware?.uefi === false) {
    add(
      "firmware",
      ["firmware"],
      "No UEFI firmware is installed.",
      "Install ovmf (Debian) or edk2-ovmf (Fedora, Arch).",
    );
  } else if (automatic && hasSecureBoot(vm.firmware) && host.firmware?.secureBoot === false) {
    add(
      "firmware",
      ["firmware", "secureBoot"],
      "No UEFI firmware with Secure Boot and its keys is installed.",
      "Install a newer ovmf or edk2-ovmf, or disable Secure Boot.",
    );
  }
  if (vm.tpm !== null && host.swtpm === false) {
    add("tpm", ["tpm"], "swtpm, which emulates the TPM, is not installed.", "Install swtpm and swtpm-tools.");
  }
  if (vm.sharedFolders.length > 0 && host.virtiofsd === false) {
    add(
      "virtiofs",
      ["sharedFolders"],
      "virtiofsd, which shares folders, is not installed.",
      "Install virtiofsd (before Debian 13: qemu-system-common).",
    );
  }
  return [...findings, ...keyFindings(vm, host), ...accelerationFindings(vm, host)];
}

/** VMs that are made now are used when the keys of 2011 have expired. */
function keyFindings(
  { firmware }: VmSpecification,
  { newerKeys: { missing } }: PreflightHost,
): PreflightFinding[] {
  if (firmware.kind !== "uefi" || !firmware.secureBoot || missing.length === 0) return [];
  return [
    {
      code: "firmware",
      weight: "warn",
      path: ["firmware", "secureBoot"],
      message: `The host’s firmware gives new VMs no ${missing.join(" and no ")}: Microsoft’s keys of 2011, which it has, expire in 2026.`,
      fix: "Update the host’s ovmf or edk2 package before you install, or let Windows add the keys by its updates.",
    },
  ];
}

function accelerationFindings(vm: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const native = architectureOf(vm) === host.architecture;
  if (vm.domainType === "qemu" || (host.kvm && native)) return [];
  const { why, fix } = native
    ? withoutKvm(host)
    : {
        why: `The host is ${host.architecture}, the VM ${architectureOf(vm)}`,
        fix: "Choose a machine type of the host's architecture.",
      };
  return [
    {
      code: "no-kvm",
      weight: vm.domainType === "kvm" || vm.cards.length > 0 ? "fail" : "warn",
      path: ["domainType"],
      message:
        vm.cards.length > 0
          ? `${why}, and host devices need KVM.`
          : vm.domainType === "kvm"
            ? `${why}, and the VM is set to KVM only.`
            : `${why}: the VM would be emulated, which is many times slower.`,
      fix,
    },
  ];
}

/** Why a host's KVM can't be used, and what may be done about it. */
export function withoutKvm({ brokenKvm }: Pick<PreflightHost, "brokenKvm">): { why: string; fix: string } {
  if (brokenKvm) {
    return {
      why: "The host's KVM does not work (it lacks a basic CPU feature, so QEMU can't use it)",
      fix: "Use emulation, or repair KVM: if the host is itself a VM, enable full nested virtualization on its hypervisor; otherwise update its kernel and firmware.",
    };
  }
  return {
    why: "The host has no KVM",
    fix: "Enable virtualization (VT-x, AMD-V) in the host's firmware and load kvm_intel or kvm_amd, or use emulation.",
  };
}
