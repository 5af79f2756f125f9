import { type Answer, leaf, list } from "./unattend";

interface Partition {
  type: "EFI" | "MSR" | "Primary";
  /** null: all that is left. */
  megabytes: number | null;
  format: "FAT32" | "NTFS" | null;
  label: string;
  active: boolean;
}

/** Windows' own layout (its "UEFI/GPT-based" and "BIOS/MBR-based hard drive partitions"), without a recovery partition. */
const uefiPartitions: readonly Partition[] = [
  { type: "EFI", megabytes: 300, format: "FAT32", label: "System", active: false },
  { type: "MSR", megabytes: 16, format: null, label: "", active: false },
  { type: "Primary", megabytes: null, format: "NTFS", label: "Windows", active: false },
];
const biosPartitions: readonly Partition[] = [
  { type: "Primary", megabytes: 500, format: "NTFS", label: "System", active: true },
  { type: "Primary", megabytes: null, format: "NTFS", label: "Windows", active: false },
];

/** The whole first disk is Windows': it is a new one. */
export function diskAnswers({ uefi }: { uefi: boolean }): Answer[] {
  const partitions = uefi ? uefiPartitions : biosPartitions;
  const disk = [
    leaf("DiskID", "0"),
    leaf("WillWipeDisk", "true"),
    { name: "CreatePartitions", children: list("CreatePartition", partitions.map(created)) },
    { name: "ModifyPartitions", children: list("ModifyPartition", partitions.map(modified)) },
  ];
  return [{ name: "DiskConfiguration", children: [leaf("WillShowUI", "OnError"), ...list("Disk", [disk])] }];
}

function created({ type, megabytes }: Partition, index: number): Answer[] {
  const size = megabytes === null ? leaf("Extend", "true") : leaf("Size", String(megabytes));
  return [leaf("Order", String(index + 1)), leaf("Type", type), size];
}

function modified({ format, label, active }: Partition, index: number): Answer[] {
  const number = String(index + 1);
  return [
    leaf("Order", number),
    leaf("PartitionID", number),
    ...(format === null ? [] : [leaf("Format", format), leaf("Label", label)]),
    ...(active ? [leaf("Active", "true")] : []),
  ];
}
