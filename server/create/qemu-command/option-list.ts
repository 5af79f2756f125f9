import { AppError } from "../../errors";
import { splitWords } from "./split-words";

/** An option of QEMU's with its value; null of one that takes none. */
export interface QemuOption {
  /** Without dashes: "device". */
  name: string;
  value: string | null;
}

/** Options that take no value (qemu(1)). */
const flags = new Set(
  "enable-kvm nodefaults no-user-config nographic no-hpet no-acpi no-shutdown no-reboot mem-prealloc snapshot S s daemonize usb localtime full-screen only-migratable preconfig no-fd-bootchk win2k-hack".split(
    " ",
  ),
);

const program = /(^|\/)(qemu-system-[\w-]+|qemu-kvm|kvm|qemu)$/;

/**
 * The options of a QEMU command line, prompt, sudo and variables in front of it left out.
 * @throws AppError "bad-input" where no QEMU is called.
 */
export function optionsOf(command: string): QemuOption[] {
  const words = splitWords(command);
  const start = words.findIndex((word) => program.test(word));
  if (start < 0) {
    throw new AppError("bad-input", {
      userMessage: "This is not a QEMU command: it does not call qemu-system-…, qemu-kvm or kvm.",
    });
  }
  const options: QemuOption[] = [];
  const rest = words.slice(start + 1);
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    const name = /^--?([A-Za-z].*)$/.exec(word)?.[1];
    // A word of its own is the first disk.
    if (name === undefined) options.push({ name: "hda", value: word });
    else if (flags.has(name)) options.push({ name, value: null });
    else {
      at += 1;
      options.push({ name, value: rest[at] ?? null });
    }
  }
  return options;
}

/** As the command line has it. */
export function optionText({ name, value }: QemuOption): string {
  return value === null ? `-${name}` : `-${name} ${value}`;
}
