/** What is written into sysfs of a device. "override" is a write into `driver_override`, "power" one into `power/control`. */
export type Act =
  | "rom"
  | "power"
  | "override"
  | "unbind"
  | "probe"
  | "bind"
  | "new_id"
  | "remove_id"
  | "modprobe";

export type Effect =
  | { kind: "errno"; name: string }
  /** Until `release`. */
  | { kind: "hang" }
  | { kind: "delay"; seconds: number }
  /** The write succeeds and does nothing. */
  | { kind: "ignore" };

/** What is to go wrong, and where; what is left out stands for any. */
export interface Fault {
  /** The number of the write, from 0 on, since faults were last set. */
  write?: number;
  act?: Act;
  /** A device's address, or the module of a modprobe. */
  device?: string;
  effect: Effect;
}

/** A write that reached the driver core. */
export interface Write {
  write: number;
  act: Act;
  device: string;
  /** "done", "hangs", "ignored", or the errno that it failed with. */
  result: string;
}
