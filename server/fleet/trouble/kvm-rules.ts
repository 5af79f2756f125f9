import type { TroubleRule } from "./trouble";

const emulate =
  "To run the VM now, switch it to emulation: set “Hypervisor” and “CPU model” under CPU on the VM's Hardware page.";

/**
 * KVM that is there and fails where it is used. Of "failed to set MSR" QEMU aborts (kvm_buf_set_msrs in
 * target/i386/kvm/kvm.c); of KVM_CREATE_VM's EBUSY tells the kernel's hardware_enable: somebody else is in VMX root mode.
 */
export const kvmRules: readonly TroubleRule[] = [
  {
    pattern:
      /failed to [gs]et MSR (?<register>0x[0-9a-f]+)|kvm_(?:buf|put)_[gs]et_msrs|kvm_put_msrs: Assertion/i,
    explain: (found) => ({
      message: `QEMU stopped because KVM refused a CPU feature that it had offered${found("register") === "" ? "" : ` (MSR ${found("register")})`}. This happens where the host is itself a VM with incomplete nested virtualization, or where QEMU and the kernel don't match.`,
      fix: `${emulate} A named CPU model instead of host-passthrough may avoid the feature; a newer kernel or QEMU, or the outer hypervisor's nested virtualization settings, fix it.`,
      devices: [],
    }),
  },
  {
    pattern:
      /KVM_CREATE_VM\) failed: (?:16|Device or resource busy)|failed to initialize kvm: Device or resource busy/i,
    explain: () => ({
      message:
        "Another hypervisor on this host, such as VirtualBox or VMware, is using the CPU's virtualization, so KVM can't.",
      fix: "Shut down the other hypervisor's VMs, then start this one.",
      devices: [],
    }),
  },
  {
    pattern:
      /kvm_init_vcpu(?:: kvm_\w+)? failed|KVM_(?:CREATE_VCPU|SET_CPUID2?)\) failed|failed to initialize kvm: (?!No such|Permission)/i,
    explain: () => ({
      message: "KVM is available on this host, but QEMU could not create a VM or vCPU with it.",
      fix: `${emulate} The host's kernel log (“dmesg”) says more; where the host is itself a VM, nested virtualization has to be turned on in the outer hypervisor.`,
      devices: [],
    }),
  },
];
