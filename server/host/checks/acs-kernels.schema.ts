/** Kernels that are known to have the patch for pcie_acs_override, which no kernel of kernel.org has. */
const patchedKernels = /pve|unraid|zen|lqx|liquorix|xanmod|cachyos|truenas|\+acs|acso/i;

/** Whether a kernel of this release knows pcie_acs_override. */
export function hasAcsOverride(release: string): boolean {
  return patchedKernels.test(release);
}
