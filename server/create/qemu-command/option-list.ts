import { AppError } from "../../errors";
import { QemuOption } from "./option";
import { pastedText } from "./pasted-text";
import { commandsOf } from "./shell/commands";

/** A call of QEMU's in a script. */
export interface QemuCall {
  /** As it is written: "/usr/bin/qemu-system-x86_64". */
  program: string;
  /** What stands in front of it and changes how it runs: "taskset -c 2-5". */
  prefix: string;
  options: QemuOption[];
  /** Words that are neither an option nor known to be a disk. */
  strays: string[];
  /** What the script as a whole says that one call can't. */
  calls: number;
  conditional: boolean;
  joined: boolean;
  typographic: boolean;
}

/** Options that take no value (QEMU's qemu-options.hx, and those of older versions). */
const flags = new Set(
  `enable-kvm no-kvm no-kvm-irqchip no-kvm-pit no-kvm-pit-reinjection nodefaults no-user-config nodefconfig nographic
  no-hpet no-acpi no-shutdown no-reboot mem-prealloc snapshot S s daemonize usb localtime full-screen fullscreen
  only-migratable preconfig no-fd-bootchk win2k-hack portrait no-frame no-quit alt-grab ctrl-grab sdl curses std-vga tdf
  rtc-td-hack singlestep enable-fips old-param semihosting xen-attach xen-domid-restrict enable-sync-profile h help
  version audio-help`.split(/\s+/),
);

const program = /(^|\/)(qemu-system-[\w-]+|qemu-kvm|kvm|qemu)$/;
const fullName = /(^|\/)qemu-(system-[\w-]+|kvm)$/;
/** They change who calls QEMU, not how it runs. */
const harmless = new Set(["sudo", "exec", "$", "#", "time", "command", "doas"]);

/**
 * The first call of QEMU's in a shell script or a pasted command line, its prompt left out.
 * @throws AppError "bad-input" where no QEMU is called.
 */
export function qemuCallOf(given: string): QemuCall {
  const { text, typographic } = pastedText(given);
  const { commands, conditional, joined } = commandsOf(text);
  const named = commands.filter((words) => words.some((word) => program.test(word)));
  const calls = named.filter(isCall);
  const [words] = calls.length > 0 ? calls : named;
  if (words === undefined) return callBehindPrompt(given);
  const start = programAt(words);
  return {
    program: words[start] ?? "",
    prefix: words
      .slice(0, start)
      .filter((word) => !harmless.has(word) && !/^\w+=/.test(word))
      .join(" "),
    ...optionsOf(words.slice(start + 1)),
    calls: calls.length,
    conditional,
    joined,
    typographic,
  };
}

/** "modprobe kvm", "[ -e /dev/kvm ]" and "qemu-system-x86_64 --version" run no VM. */
function isCall(words: readonly string[]): boolean {
  return words.slice(programAt(words) + 1).some((word) => /^--?(?!version$|help$|h$)[A-Za-z]/.test(word));
}

/**
 * Where QEMU is called in a command: at its beginning, or behind what runs it (sudo, taskset, numactl), whose own words may
 * be "kvm" or "qemu", as in "sudo -u qemu".
 */
function programAt(words: readonly string[]): number {
  const begin = words.findIndex((word) => !/^\w+=/.test(word));
  if (program.test(words[begin] ?? "")) return begin;
  const full = words.findIndex((word) => fullName.test(word));
  if (full >= 0) return full;
  const isValue = (at: number) => /^-(?!-$)/.test(words[at - 1] ?? "");
  const free = words.findIndex((word, at) => program.test(word) && !isValue(at));
  return free >= 0 ? free : words.findIndex((word) => program.test(word));
}

/** "# kvm -m 2G" is root's prompt where there is nothing but it, and a comment everywhere else. */
function callBehindPrompt(text: string): QemuCall {
  const [, behind] = /^\s*(?:\[[^\]\n]*\])?#\s+(\S[\s\S]*)$/.exec(text) ?? [];
  if (behind !== undefined && !behind.startsWith("#")) return qemuCallOf(behind);
  throw new AppError("bad-input", {
    userMessage: "This is not a QEMU command: it does not call qemu-system-…, qemu-kvm or kvm.",
  });
}

/**
 * The options in the words behind a program's name.
 * @param place That of the first option among all that is read.
 */
export function optionsOf(words: readonly string[], place = 0): Pick<QemuCall, "options" | "strays"> {
  const options: QemuOption[] = [];
  const add = (name: string, value: string | null) =>
    options.push(new QemuOption(name, value, place + options.length));
  const strays: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const name = /^--?([A-Za-z].*)$/.exec(word)?.[1];
    if (name !== undefined) {
      const takesNone = flags.has(name);
      if (!takesNone) at += 1;
      add(name, takesNone ? null : (words[at] ?? null));
      // A word of its own is the first disk.
    } else if (/^[\w./~]/.test(word)) add("hda", word);
    else strays.push(word);
  }
  return { options, strays };
}
