/** Whether initramfs-tools' list of modules hands vfio-pci ids: they come last, so that no others count (modprobe(8)). */
export function handsIds(modules: string): boolean {
  return /^\s*vfio[-_]pci\s.*\bids=/m.test(modules);
}
