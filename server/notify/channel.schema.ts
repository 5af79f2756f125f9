import * as z from "zod";
import { ruleSchema } from "./rule.schema";

const url = z
  .url({ protocol: /^https?$/, error: "An address is written as https://example.com/path." })
  .max(2000)
  .refine((text) => URL.canParse(text) && new URL(text).username === "", {
    error: "Leave user name and password out of the address.",
  });
const mailAddress = z.email({ error: "A mail address is written as name@example.com." }).max(254);

/** By which way of each kind a message goes. What is secret of it does not stand here. */
const mailSchema = z.object({
  kind: z.literal("mail"),
  host: z
    .string()
    .trim()
    .min(1, { error: "Name the mail server." })
    .max(253)
    .regex(/^[\w.:-]+$/, {
      error: "A mail server is a name or an address, without a port.",
    }),
  port: z.int().min(1).max(65_535),
  /** TLS from the beginning, by STARTTLS (without which nothing is sent), or none. */
  tls: z.enum(["tls", "starttls", "none"]),
  /** "" where the server asks for none. */
  user: z.string().max(320),
  from: mailAddress,
  to: z.array(mailAddress).min(1, { error: "Give a recipient at least." }).max(20),
  /** Whether people may have their own notifications sent by this server. */
  forPeople: z.boolean(),
});
/** A person's mail, by a channel of the house. */
const ownMailSchema = z.object({ kind: z.literal("own-mail"), via: z.guid(), to: mailAddress });
const webhookSchema = z.object({ kind: z.literal("webhook"), url });
const ntfySchema = z.object({
  kind: z.literal("ntfy"),
  server: url,
  topic: z
    .string()
    .max(64)
    .regex(/^[\w-]{1,64}$/, { error: "A topic has letters, digits, - and _, 64 at most." }),
});
const gotifySchema = z.object({ kind: z.literal("gotify"), server: url });

export const channelSettingsSchema = z.discriminatedUnion("kind", [
  mailSchema,
  ownMailSchema,
  webhookSchema,
  ntfySchema,
  gotifySchema,
]);
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;
export type ChannelKind = ChannelSettings["kind"];

const channelName = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,64}$/u, { error: "A channel has a name of 1 to 64 characters.", abort: true })
  .max(64);

/** A channel as somebody wants it. */
export const channelWishSchema = z.object({
  /** null of a new one. */
  channelId: z.guid().nullable(),
  name: channelName,
  enabled: z.boolean(),
  settings: channelSettingsSchema,
  /** The password, token or signing secret; null keeps the one that there is. "" takes it away. */
  secret: z.string().max(1000).nullable(),
  rules: z.array(ruleSchema).max(20),
});
export type ChannelWish = z.infer<typeof channelWishSchema>;

/** How a message fared. */
export const deliverySchema = z.object({
  id: z.guid(),
  /** When it was first to be sent, Unix milliseconds. */
  at: z.number(),
  title: z.string(),
  /** `waiting`: it is tried again; `refused`: the server said no; `given-up`: it was tried for a day. */
  state: z.enum(["waiting", "sent", "refused", "given-up"]),
  attempts: z.number(),
  /** HTTP's or SMTP's number of the last try; null where there was no answer. */
  status: z.number().nullable(),
  /** What came of the last try, a sentence. */
  words: z.string(),
  /** Of the last try; null before. */
  triedAt: z.number().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** A channel as its owner sees it. */
export const channelSchema = z.object({
  id: z.guid(),
  name: z.string(),
  enabled: z.boolean(),
  /** null where the key that they were kept by is lost: they have to be entered anew. */
  settings: channelSettingsSchema.nullable(),
  hasSecret: z.boolean(),
  rules: z.array(ruleSchema),
  /** The latest message that was tried; null before the first. */
  last: deliverySchema.nullable(),
});
export type Channel = z.infer<typeof channelSchema>;

/** What administrators decide for all. */
export const policySchema = z.object({
  /** A pool of which more than this is in use is nearly full; per cent. */
  poolPercent: z.int().min(50).max(99),
  /** Servers that people may have their own notifications sent to: "ntfy.sh", "hooks.lan:8443". */
  servers: z
    .array(
      z
        .string()
        .max(260)
        .regex(/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i, {
          error: "A server is written as ntfy.example.com, or with a port: hooks.lan:8443.",
        }),
    )
    .max(50),
});
export type Policy = z.infer<typeof policySchema>;

/** What a page of notifications shows. */
export const notificationsSchema = z.object({
  channels: z.array(channelSchema),
  policy: policySchema,
  /** Mail servers that people may use. */
  mailServers: z.array(z.object({ channelId: z.guid(), name: z.string() })),
});
export type NotificationsView = z.infer<typeof notificationsSchema>;
