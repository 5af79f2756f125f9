/* Apart from the schemas, as the list of VMs filters by it and has no zod. */

/** Whether a VM is in a folder, or in one below it. */
export function isInFolder(vm: { folder: string | null }, folder: string): boolean {
  return vm.folder !== null && (vm.folder === folder || vm.folder.startsWith(`${folder}/`));
}
