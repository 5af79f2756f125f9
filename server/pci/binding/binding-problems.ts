import { AppError, type AppErrorCode } from "../../errors";
import { HostWriteError } from "../../host/writer/host-writer";
import { type BoundDevice, vfioDriver } from "./binding-step";

interface Words {
  code: AppErrorCode;
  /** Ends the sentence that begins with the device's name. */
  what: string;
  fix: string;
}

/** What is being done to a device when the kernel refuses. */
export type BindingAct = "choose" | "unbind" | "probe" | "bind";

const iommuFix =
  "Switch the IOMMU on in the firmware and on the kernel's command line, and restart the host.";
const logFix = "The host's kernel log (dmesg) says why.";

/** What refuses wherever it is written, by errno. */
const always: Readonly<Record<string, Words>> = {
  EACCES: {
    code: "forbidden",
    what: "may not be bound by Passdeck",
    fix: "Run Passdeck as root, outside of containers that keep it from writing into /sys.",
  },
  EPERM: {
    code: "forbidden",
    what: "may not be bound: the kernel forbids it",
    fix: "Kernel lockdown or a container keeps Passdeck from it. Run Passdeck as root on the host itself.",
  },
  EROFS: {
    code: "forbidden",
    what: "can't be bound: /sys is mounted read-only",
    fix: "Run Passdeck on the host itself, or give its container a /sys that can be written to.",
  },
  ENOMEM: { code: "host-refused", what: "can't be bound: the kernel has no memory left for it", fix: logFix },
};

const byAct: Readonly<Record<BindingAct, Readonly<Record<string, Words>>>> = {
  choose: {
    ENOENT: {
      code: "not-found",
      what: "is not there any more",
      fix: "It was unplugged, switched off, or has another address. Look at the host's devices again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "does not answer: something else holds it",
      fix: "Another bind or unbind of it hangs in the kernel. If that does not end, the host has to be restarted.",
    },
  },
  unbind: {
    EBUSY: {
      code: "conflict",
      what: "is in use, and its driver does not let go of it",
      fix: "End what uses it, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "is not let go by its driver, which still waits for something",
      fix: "End what uses the device, then try again. If it never lets go, the host has to be restarted.",
    },
  },
  probe: {
    EINVAL: {
      code: "conflict",
      what: `can't be taken by ${vfioDriver}: it is in no IOMMU group`,
      fix: iommuFix,
    },
    ENODEV: { code: "host-refused", what: `is not taken by ${vfioDriver}`, fix: logFix },
    EBUSY: {
      code: "conflict",
      what: `can't be taken by ${vfioDriver}: something else holds it`,
      fix: "Another program binds devices as well, driverctl or a hook perhaps. End it, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: `is not taken by ${vfioDriver} in time`,
      fix: `The device may hang. ${logFix}`,
    },
  },
  bind: {
    ENODEV: { code: "conflict", what: "is not wanted any more by the driver that it had", fix: logFix },
    EINVAL: { code: "host-refused", what: "is refused by the driver that it had", fix: logFix },
    EBUSY: {
      code: "conflict",
      what: "was taken by another driver meanwhile",
      fix: "Look at the host's devices again.",
    },
    ENOENT: {
      code: "conflict",
      what: "can't go back: the driver that it had is not loaded any more",
      fix: "Load that driver's module on the host, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "is not taken back by its driver in time",
      fix: `The device may not have come out of its reset. ${logFix} A restart of the host brings it back.`,
    },
  },
};

/** What the kernel's refusal means, in words. Anything that is no such refusal is handed on as it is. */
export function bindingProblem(act: BindingAct, device: BoundDevice, error: unknown): unknown {
  if (!(error instanceof HostWriteError)) return error;
  const words = byAct[act][error.code] ?? always[error.code] ?? unknown;
  return new AppError(words.code, {
    userMessage: `${device.name} ${words.what}. ${words.fix}`,
    message: `${act} ${device.address}: ${error.message}`,
    cause: error,
  });
}

const unknown: Words = { code: "host-refused", what: "was refused by the kernel", fix: logFix };

/** The kernel took the order and the device is not where it was sent: a probe that fails says nothing. */
export function notOnVfio(device: BoundDevice, driver: string | null, hasGroup: boolean): AppError {
  if (!hasGroup) {
    return new AppError("conflict", {
      userMessage: `${device.name} can't be taken by ${vfioDriver}: it is in no IOMMU group. ${iommuFix}`,
    });
  }
  const instead = driver === null ? "no driver has it now" : `${driver} has it`;
  return new AppError("host-refused", {
    userMessage: `${device.name} did not go to ${vfioDriver}: ${instead}. ${logFix}`,
  });
}

/** The device is not with the driver that it had. */
export function notGivenBack(device: BoundDevice, wanted: string | null, driver: string | null): AppError {
  const found = driver === null ? "no driver has it" : `${driver} has it`;
  const fix =
    driver === vfioDriver
      ? "Something claims it for guests by its IDs: look for vfio-pci.ids on the kernel's command line and in /etc/modprobe.d."
      : logFix;
  const goal = wanted === null ? "" : ` to ${wanted}`;
  return new AppError("host-refused", {
    userMessage: `${device.name} did not go back${goal}: ${found}. ${fix}`,
  });
}

/** The host has the device, but `driver_override` would have it go elsewhere at the next probe. */
export function notFreed(device: BoundDevice, override: string | null): AppError {
  return new AppError("host-refused", {
    userMessage: `${device.name} is still reserved for ${override ?? "any driver"}: the kernel did not take back its driver_override. ${logFix}`,
  });
}
