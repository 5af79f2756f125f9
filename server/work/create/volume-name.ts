/** A VM's name without what volumes' names may not have. */
export function volumeName(vmName: string): string {
  return vmName.replace(/[^\p{L}\p{N}._+@-]+/gu, "-").replace(/^[^\p{L}\p{N}_]+/u, "");
}
