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
    add("name-taken", ["name"], `The host has a VM called ${vm.name} already.`, "Choose another name.");
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
      "Install a newer ovmf or edk2-ovmf, or go without Secure Boot.",
    );
  }
  if (vm.tpm !== null && host.swtpm === false) {
    add(
      "tpm",
      ["tpm"],
      "swtpm, which makes the VM's TPM, is not installed.",
      "Install swtpm and swtpm-tools.",
    );
  }
  if (vm.sharedFolders.length > 0 && host.virtiofsd === false) {
    add(
      "virtiofs",
      ["sharedFolders"],
      "virtiofsd, which shares folders, is not installed.",
      "Install virtiofsd (before Debian 13: qemu-system-common).",
    );
  }
  return [...findings, ...accelerationFindings(vm, host)];
}

function accelerationFindings(vm: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const native = architectureOf(vm) === host.architecture;
  if (vm.domainType === "qemu" || (host.kvm && native)) return [];
  const { why, fix } = native
    ? withoutKvm(host)
    : {
        why: `The host is ${host.architecture}, the VM ${architectureOf(vm)}`,
        fix: "Choose a machine of the host's architecture.",
      };
  return [
    {
      code: "no-kvm",
      weight: vm.domainType === "kvm" || vm.cards.length > 0 ? "fail" : "warn",
      path: ["domainType"],
      message:
        vm.cards.length > 0
          ? `${why}, and devices of the host need KVM.`
          : vm.domainType === "kvm"
            ? `${why}, and the VM is to run by KVM only.`
            : `${why}: the VM would be emulated, many times slower.`,
      fix,
    },
  ];
}

/** Why a host's KVM can't be used, and what may be done about it. */
export function withoutKvm({ brokenKvm }: Pick<PreflightHost, "brokenKvm">): { why: string; fix: string } {
  if (brokenKvm) {
    return {
      why: "The host's KVM is broken (it lacks what every processor with virtualization has, so that QEMU gives up)",
      fix: "Emulate the VM, or mend KVM: where the host is a VM itself, its own hypervisor has to pass virtualization on as a whole; else update its kernel and firmware.",
    };
  }
  return {
    why: "The host has no KVM",
    fix: "Switch virtualization on in the host's firmware (VT-x, AMD-V), and load kvm_intel or kvm_amd; or emulate the VM.",
  };
}
