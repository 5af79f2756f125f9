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
  "Turn on the IOMMU in the firmware setup and on the kernel command line, then reboot the host.";
const logFix = "The host's kernel log (dmesg) says why.";

/** What refuses wherever it is written, by errno. */
const always: Readonly<Record<string, Words>> = {
  EACCES: {
    code: "forbidden",
    what: "can't be bound: Passdeck has no permission",
    fix: "Run Passdeck as root, outside of containers that keep it from writing to /sys.",
  },
  EPERM: {
    code: "forbidden",
    what: "can't be bound: the kernel forbids it",
    fix: "Kernel lockdown or a container prevents it. Run Passdeck as root on the host itself.",
  },
  EROFS: {
    code: "forbidden",
    what: "can't be bound: /sys is mounted read-only",
    fix: "Run Passdeck on the host itself, or give its container a writable /sys.",
  },
  ENOMEM: { code: "host-refused", what: "can't be bound: the kernel is out of memory", fix: logFix },
};

const byAct: Readonly<Record<BindingAct, Readonly<Record<string, Words>>>> = {
  choose: {
    ENOENT: {
      code: "not-found",
      what: "no longer exists",
      fix: "It was unplugged, powered off, or has another address. Check the host's devices again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "does not respond: something else holds it",
      fix: "Another bind or unbind of it hangs in the kernel. If it does not finish, reboot the host.",
    },
  },
  unbind: {
    EBUSY: {
      code: "conflict",
      what: "is in use, and its driver does not release it",
      fix: "Stop what uses it, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "was not released by its driver in time",
      fix: "Stop what uses the device, then try again. If the driver never releases it, reboot the host.",
    },
  },
  probe: {
    EINVAL: {
      code: "conflict",
      what: `can't be bound to ${vfioDriver}: it is in no IOMMU group`,
      fix: iommuFix,
    },
    ENODEV: { code: "host-refused", what: `was not accepted by ${vfioDriver}`, fix: logFix },
    EBUSY: {
      code: "conflict",
      what: `can't be bound to ${vfioDriver}: something else holds it`,
      fix: "Another program also binds devices, for example driverctl or a hook. Stop it, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: `was not bound to ${vfioDriver} in time`,
      fix: `The device may hang. ${logFix}`,
    },
  },
  bind: {
    ENODEV: { code: "conflict", what: "is no longer accepted by its previous driver", fix: logFix },
    EINVAL: { code: "host-refused", what: "was refused by its previous driver", fix: logFix },
    EBUSY: {
      code: "conflict",
      what: "was bound to another driver in the meantime",
      fix: "Check the host's devices again.",
    },
    ENOENT: {
      code: "conflict",
      what: "can't be returned: its previous driver is no longer loaded",
      fix: "Load that driver's module on the host, then try again.",
    },
    "timed-out": {
      code: "timed-out",
      what: "was not bound to its previous driver in time",
      fix: `The device may be stuck in a reset. ${logFix} Rebooting the host brings it back.`,
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

/** The kernel accepted the write, and the device is not on vfio-pci: a probe that fails says nothing. */
export function notOnVfio(device: BoundDevice, driver: string | null, hasGroup: boolean): AppError {
  if (!hasGroup) {
    return new AppError("conflict", {
      userMessage: `${device.name} can't be bound to ${vfioDriver}: it is in no IOMMU group. ${iommuFix}`,
    });
  }
  const instead = driver === null ? "it has no driver now" : `it is bound to ${driver}`;
  return new AppError("host-refused", {
    userMessage: `${device.name} was not bound to ${vfioDriver}: ${instead}. ${logFix}`,
  });
}

/** The device is not bound to its previous driver. */
export function notReturned(device: BoundDevice, wanted: string | null, driver: string | null): AppError {
  const found = driver === null ? "it has no driver" : `it is bound to ${driver}`;
  const fix =
    driver === vfioDriver
      ? "vfio-pci claims it by its IDs: look for vfio-pci.ids on the kernel command line and in /etc/modprobe.d."
      : logFix;
  const goal = wanted === null ? "" : ` to ${wanted}`;
  return new AppError("host-refused", {
    userMessage: `${device.name} was not returned${goal}: ${found}. ${fix}`,
  });
}

/** The host has the device, but `driver_override` would bind it elsewhere at the next probe. */
export function notFreed(device: BoundDevice, override: string | null): AppError {
  return new AppError("host-refused", {
    userMessage: `${device.name} is still reserved for ${override ?? "any driver"}: the kernel did not reset its driver_override. ${logFix}`,
  });
}
