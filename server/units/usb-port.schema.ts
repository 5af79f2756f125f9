import * as z from "zod";

/** A USB port as sysfs names what is in it: bus, and the way from its root hub, "1-4.2" (seven tiers at most, USB 2.0, 4.1.1). */
export const usbPortSchema = z
  .string()
  .regex(/^[1-9]\d{0,2}-[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,5}$/, {
    error: "A USB port is written as bus and port, 1-4 or 1-4.2.",
    abort: true,
  })
  .max(28);
