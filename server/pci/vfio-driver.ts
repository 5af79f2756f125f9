/** vfio-pci, and makers' own variants of it: "mlx5_vfio_pci", "nvgrace_gpu_vfio_pci". */
const vfioDrivers = /^(vfio-pci|[a-z0-9_]+[_-]vfio[_-]pci)$/;

/** Whether VFIO has the device. */
export function isOnVfio({ driver }: { driver: string | null }): boolean {
  return driver !== null && vfioDrivers.test(driver);
}
