const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));

const vzdump =
  "It is a backup of Proxmox VE (vzdump), which holds the disks as well. Restore it there (qmrestore), or unpack it on " +
  "the Proxmox host: zstd -d FILE.vma.zst, then vma extract FILE.vma FOLDER. Then import qemu-server.conf of the folder, and " +
  "upload its disks on the Storage page.";

/** How files begin that hold a VM and are no text, and what to do with them. */
const heads: readonly { head: readonly number[]; problem: string }[] = [
  { head: [...text("VMA"), 0], problem: vzdump },
  {
    head: [0x28, 0xb5, 0x2f, 0xfd],
    problem: `This file is compressed (zstd). If its name ends in .vma.zst: ${vzdump}`,
  },
  { head: [0x1f, 0x8b], problem: `This file is compressed (gzip). If its name ends in .vma.gz: ${vzdump}` },
  {
    head: [0x89, ...text("LZO")],
    problem: `This file is compressed (lzop). If its name ends in .vma.lzo: ${vzdump}`,
  },
  {
    head: [...text("QFI"), 0xfb],
    problem: "This is a disk (qcow2), not a description of a VM. Upload it on the Storage page.",
  },
  {
    head: text("KDMV"),
    problem: "This is a disk (VMDK), not a description of a VM. Convert it: qemu-img convert -O qcow2.",
  },
  {
    head: text("vhdxfile"),
    problem: "This is a disk (VHDX), not a description of a VM. Convert it: qemu-img convert -O qcow2.",
  },
];

/** Why a file that begins so can't be imported as a text, and what to do; null where nothing is known against it. */
export function archiveProblem(begin: Uint8Array): string | null {
  return heads.find(({ head }) => head.every((byte, at) => begin[at] === byte))?.problem ?? null;
}
