import { AppError } from "../errors";
import { importQemuCommand } from "./import-qemu-command";
import { importProxmox } from "./proxmox/import-proxmox";
import type { ImportHost, TextImport } from "./qemu-command/draft";
import { archiveProblem } from "./refused-archive.schema";
import type { TextFormat } from "./text-format.schema";

const importers: Readonly<Record<TextFormat, (text: string, host: Partial<ImportHost>) => TextImport>> = {
  "qemu-command": importQemuCommand,
  proxmox: importProxmox,
};

/**
 * Reads another program's text about a VM as a specification.
 * @param format null: it is told by the text.
 * @throws AppError "bad-input" where it can't be read so.
 */
export function importText(
  text: string,
  format: TextFormat | null,
  host: Partial<ImportHost> = {},
): TextImport & { textFormat: TextFormat } {
  const problem = archiveProblem(new TextEncoder().encode(text.slice(0, 16)));
  if (problem !== null) throw new AppError("bad-input", { userMessage: problem });
  const textFormat = format ?? formatOf(text);
  return { ...importers[textFormat](text, host), textFormat };
}

/** Keys without which there is hardly a VM of Proxmox's. */
const proxmoxKey =
  /^(cores|sockets|memory|ostype|scsihw|bootdisk|boot|bios|machine|cpu|(net|scsi|virtio|sata|ide|hostpci)\d+): \S/m;

function formatOf(text: string): TextFormat {
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<domain\b/.test(text)) {
    throw new AppError("bad-input", {
      userMessage: "This is a definition of libvirt's. Choose the source libvirt XML for it.",
    });
  }
  return proxmoxKey.test(text) ? "proxmox" : "qemu-command";
}
