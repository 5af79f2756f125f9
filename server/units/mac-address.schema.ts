import * as z from "zod";

/** A unicast MAC address in lower case: the lowest bit of its first byte is 0. */
export const macAddressPattern = /^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$/;

/** A unicast MAC address in lower case, "52:54:00:12:34:56". */
export const macAddressSchema = z
  .string()
  .regex(macAddressPattern, {
    error: "A MAC address is written as 52:54:00:12:34:56, and its first byte is even.",
    abort: true,
  })
  .max(17)
  .refine((mac) => mac !== "00:00:00:00:00:00", "A MAC address of zeros is none.");
