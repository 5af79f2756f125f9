import * as z from "zod";

/** Windows' versions by the names of their folders on the virtio-win CD. */
export const windowsVersions = ["w11", "w10", "2k25", "2k22", "2k19"] as const;

const localeSchema = z
  .string()
  .max(16)
  .regex(/^[a-z]{2,3}(-[A-Za-z]{4})?-[A-Z]{2}$/, "A language is given as en-US or de-DE.");

/** What Windows' installer is told, so that it asks nothing (Windows' unattend reference). */
export const windowsAnswersSchema = z.strictObject({
  version: z.enum(windowsVersions),
  /** The edition's name on the CD, "Windows 11 Pro"; null: the product key, or the installer, decides. */
  edition: z.string().trim().min(1).max(100).nullable(),
  /** null: Windows runs without one until somebody activates it. */
  productKey: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z0-9]{5}-){4}[A-Z0-9]{5}$/, {
      error: "A product key has five groups of five letters and digits.",
      abort: true,
    })
    .max(29)
    .nullable(),
  language: localeSchema,
  keyboard: localeSchema,
  /** Windows' own name of a time zone: "W. Europe Standard Time". */
  timeZone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9 .()+-]+$/, "A time zone is given by Windows’ name for it."),
  computerName: z
    .string()
    .regex(/^(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?$/, {
      error: "A Windows computer’s name has 1 to 15 letters, digits and - in it.",
      abort: true,
    })
    .max(15),
  account: z
    .string()
    .min(1, "An account needs a name.")
    .max(20)
    .regex(
      /^(?![\s.]+$)[^"/\\[\]:;|=,+*?<>@\p{Cc}]*$/u,
      'A Windows account’s name has none of " / \\ [ ] : ; | = , + * ? < > @',
    ),
  password: z
    .string()
    .min(1, "An account needs a password.")
    .max(127)
    .regex(/^\P{Cc}*$/u),
  /** Loads the drivers of the virtio-win CD, which the disk is not found without. */
  drivers: z.boolean(),
  remoteDesktop: z.boolean(),
  /** Installs QEMU's guest agent from the virtio-win CD. */
  guestAgent: z.boolean(),
});

export type WindowsAnswers = z.infer<typeof windowsAnswersSchema>;
