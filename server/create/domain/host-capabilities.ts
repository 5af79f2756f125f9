import type { VmSpecification } from "../vm-specification.schema";

/** What the host has that decides on the definition. */
export interface HostCapabilities {
  /** libvirt's name of the host's architecture: "x86_64", "aarch64". */
  architecture: string;
  /** /dev/kvm is there, whole, and libvirt may use it. */
  kvm: boolean;
}

export type DomainType = "kvm" | "qemu";

export function architectureOf({ machine }: Pick<VmSpecification, "machine">): "x86_64" | "aarch64" {
  return machine === "virt" ? "aarch64" : "x86_64";
}

/** What runs the VM: KVM where the host has it and is of the guest's architecture, unless another was asked for. */
export function domainTypeOf(
  vm: Pick<VmSpecification, "machine" | "domainType">,
  host: HostCapabilities,
): DomainType {
  if (vm.domainType !== "automatic") return vm.domainType;
  return host.kvm && host.architecture === architectureOf(vm) ? "kvm" : "qemu";
}
