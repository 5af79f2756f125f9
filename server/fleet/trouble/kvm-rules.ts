import type { TroubleRule } from "./trouble";

const emulate =
  "To run the VM now, have it emulated: set “Hypervisor” and “CPU model” under CPU on the VM's Hardware page.";

/**
 * KVM that is there and fails where it is used. Of "failed to set MSR" QEMU aborts (kvm_buf_set_msrs in
 * target/i386/kvm/kvm.c); of KVM_CREATE_VM's EBUSY tells the kernel's hardware_enable: somebody else is in VMX root mode.
 */
export const kvmRules: readonly TroubleRule[] = [
  {
    pattern:
      /failed to [gs]et MSR (?<register>0x[0-9a-f]+)|kvm_(?:buf|put)_[gs]et_msrs|kvm_put_msrs: Assertion/i,
    explain: (found) => ({
      message: `QEMU gave up on this host's KVM: it offers a feature of the CPU that it then refuses${found("register") === "" ? "" : ` (the register ${found("register")})`}. This is so where the host is a VM itself and its hypervisor passes virtualization on by halves, or where QEMU and the kernel are of different times.`,
      fix: `${emulate} A named model instead of the host's own CPU may do without the feature; a newer kernel or QEMU, or the hypervisor's settings for nested virtualization, mend it.`,
      devices: [],
    }),
  },
  {
    pattern:
      /KVM_CREATE_VM\) failed: (?:16|Device or resource busy)|failed to initialize kvm: Device or resource busy/i,
    explain: () => ({
      message:
        "Another hypervisor of this host, such as VirtualBox or VMware, holds the CPU's virtualization, so that KVM can't have it.",
      fix: "Shut the other hypervisor's VMs down, then start this one.",
      devices: [],
    }),
  },
  {
    pattern:
      /kvm_init_vcpu(?:: kvm_\w+)? failed|KVM_(?:CREATE_VCPU|SET_CPUID2?)\) failed|failed to initialize kvm: (?!No such|Permission)/i,
    explain: () => ({
      message: "QEMU gave up on this host's KVM: it is there, and does not make a machine.",
      fix: `${emulate} The host's kernel log (“dmesg”) says more; where the host is a VM itself, its hypervisor has to pass virtualization on.`,
      devices: [],
    }),
  },
];
