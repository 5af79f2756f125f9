import { AppError, type AppErrorCode } from "../../../errors";
import { HostWriteError } from "../../../host/writer/host-writer";

interface Words {
  code: AppErrorCode;
  /** Goes on after the card's name. */
  text: string;
}

const forbidden: Words = {
  code: "forbidden",
  text: "can’t be read: the kernel does not let Passdeck. Run it as root on the host itself, or with its root helper.",
};

/** What the kernel's refusal means, by errno (drivers/pci/pci-sysfs.c, pci_read_rom). */
const words: Readonly<Record<string, Words>> = {
  EIO: {
    code: "host-refused",
    text: "shows no ROM: what the kernel reads does not begin with 55 AA (“Invalid PCI ROM header signature” in its log). Something used the card since the host booted, its ROM has no address, or it hides it. Reboot the host with the card reserved for VMs from the start, or upload a file that was read elsewhere.",
  },
  EINVAL: {
    code: "conflict",
    text: "was read by something else at the same time, which switched its ROM off. Try again.",
  },
  ENOENT: { code: "not-found", text: "no longer has a ROM to be read: it was unplugged or powered off." },
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  "timed-out": {
    code: "timed-out",
    text: "did not answer in time. If it goes on so, reboot the host.",
  },
};

/** In words, with the card's name. Anything that is no refusal of the kernel's is handed on as it is. */
export function readProblem(name: string, error: unknown): unknown {
  if (!(error instanceof HostWriteError)) return error;
  const { code, text } = words[error.code] ?? {
    code: "host-refused",
    text: "can’t be read: the kernel refused it. Its log (dmesg) says why.",
  };
  return new AppError(code, { userMessage: `${name} ${text}`, message: error.message, cause: error });
}
