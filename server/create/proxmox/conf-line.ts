import { QemuOption } from "../qemu-command/option";

/** Keys whose values are no one else's to read. */
const secret = new Set(["cipassword"]);

/** A line "key: value" of a configuration of Proxmox's. Its value is a list of properties, as QEMU's options are. */
export class ConfLine extends QemuOption {
  /** As the file has it; passwords are left out. */
  override get text(): string {
    return `${this.name}: ${secret.has(this.name) ? "…" : (this.value ?? "")}`;
  }

  /** The key without its number: "scsi" of "scsi0". */
  get kindOfKey(): string {
    return this.name.replace(/\d+$/, "");
  }

  get number(): number {
    return Number(/\d+$/.exec(this.name)?.[0] ?? 0);
  }
}

/** Proxmox's ways of writing yes (PVE::JSONSchema::parse_boolean). */
export function isSet(value: string | null | undefined): boolean {
  return value === "1" || value === "on" || value === "yes" || value === "true";
}

export function isUnset(value: string | null | undefined): boolean {
  return value === "0" || value === "off" || value === "no" || value === "false";
}
