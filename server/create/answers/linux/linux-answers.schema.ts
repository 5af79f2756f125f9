import * as z from "zod";
import {
  guestHostNameSchema,
  guestUserNameSchema,
  packageNameSchema,
  passwordHashSchema,
  sshKeySchema,
  timeZoneSchema,
} from "../../guest-scalars.schema";

const staticNetworkSchema = z.strictObject({
  kind: z.literal("static"),
  /** With its prefix: "192.168.1.20/24". */
  address: z.cidrv4("An address is given with its prefix, such as 192.168.1.20/24.").max(18),
  gateway: z.ipv4("A gateway is an IPv4 address.").max(15),
  nameServers: z
    .array(z.ipv4("A name server is an IPv4 address.").max(15))
    .min(1, "Name a DNS server.")
    .max(3),
});

/** What an installer of Linux is told, so that it asks nothing. */
export const linuxAnswersSchema = z.strictObject({
  user: guestUserNameSchema.refine((name) => name !== "root", "Choose another name: root stays locked."),
  passwordHash: z
    .string()
    .max(512)
    .min(1, { error: "The user needs a password, for sudo.", abort: true })
    .pipe(passwordHashSchema),
  sshKeys: z.array(sshKeySchema).max(64),
  hostname: guestHostNameSchema,
  /** "de_DE"; always with UTF-8. */
  language: z
    .string()
    .max(16)
    .regex(/^[a-z]{2,3}_[A-Z]{2}$/, "A language is given as en_US or de_DE."),
  /** X's name of the layout. */
  keyboard: z
    .string()
    .max(16)
    .regex(/^[a-z]{2,12}$/, "A keyboard layout is given as us or de."),
  timeZone: timeZoneSchema,
  /** How the first disk is laid out, of which all is taken. */
  disk: z.enum(["lvm", "plain"]),
  packages: z.array(packageNameSchema).max(200),
  guestAgent: z.boolean(),
  network: z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("dhcp") }), staticNetworkSchema]),
});

export type LinuxAnswers = z.infer<typeof linuxAnswersSchema>;
export type LinuxNetwork = LinuxAnswers["network"];
