import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { channelWishSchema, deliverySchema, policySchema } from "../../notify/channel.schema";
import type { Owner } from "../../notify/channel-store";
import { ownSession } from "../account/own-session";
import { defineAct, nothing } from "../act";
import type { ActRequest } from "../act-context";

const ofChannel = z.object({ channelId: z.guid() });
/** What came of a test. */
const testedSchema = z.object({ sent: z.boolean(), words: z.string() });

type OwnerOf = (request: ActRequest) => Owner;
const house: OwnerOf = () => null;
const oneself: OwnerOf = (request) => ownSession(request).userId;

/** What is done to channels of one kind of owner: "notify" are the house's, "account" one's own. */
function channelActs(room: "notify" | "account", ownerOf: OwnerOf) {
  const whose = room === "notify" ? "a notification channel" : "one's own notification channel";
  return {
    save: defineAct({
      name: `${room}.saveChannel`,
      title: `Change ${whose}`,
      input: channelWishSchema,
      output: z.void(),
      objects: onInstallation,
      run(request, wish) {
        const { notifications } = request.services;
        const owner = ownerOf(request);
        const before = wish.channelId === null ? null : notifications.nameOf(owner, wish.channelId);
        const secret = wish.secret === null || before === null ? "" : ", with another secret";
        notifications.save(owner, wish);
        request.tell({
          title:
            before === null
              ? `Added the notification channel ${wish.name}`
              : `Changed the notification channel ${before}${secret}`,
        });
      },
    }),
    remove: defineAct({
      name: `${room}.deleteChannel`,
      title: `Delete ${whose}`,
      input: ofChannel,
      output: z.void(),
      objects: onInstallation,
      run(request, { channelId }) {
        const { notifications } = request.services;
        const owner = ownerOf(request);
        request.tell({ title: `Deleted the notification channel ${notifications.nameOf(owner, channelId)}` });
        notifications.remove(owner, channelId);
      },
    }),
    test: defineAct({
      name: `${room}.testChannel`,
      title: `Test ${whose}`,
      input: ofChannel,
      output: testedSchema,
      objects: onInstallation,
      // A server that hangs holds up nothing else.
      inHand: nothing,
      async run(request, { channelId }) {
        const { notifications } = request.services;
        const owner = ownerOf(request);
        request.tell({ title: `Tested the notification channel ${notifications.nameOf(owner, channelId)}` });
        const { kind, words } = await notifications.test(owner, channelId);
        return { sent: kind === "sent", words };
      },
    }),
    deliveries: defineAct({
      name: `${room}.deliveries`,
      title: `See what was sent on ${whose}`,
      input: ofChannel,
      output: z.array(deliverySchema),
      changes: false,
      objects: onInstallation,
      run: (request, { channelId }) => request.services.notifications.deliveries(ownerOf(request), channelId),
    }),
  };
}

/** To channels of the house. */
export const houseChannelActs = channelActs("notify", house);
/** To one's own. */
export const ownChannelActs = channelActs("account", oneself);

/** Decides what a nearly full pool is, and which servers people may have notifications sent to. */
export const setNotificationPolicy = defineAct({
  name: "notify.setPolicy",
  title: "Change what holds for all notifications",
  input: policySchema,
  output: z.void(),
  objects: onInstallation,
  run({ services: { notifications }, tell }, policy) {
    const servers = policy.servers.length === 0 ? "no server" : policy.servers.join(", ");
    tell({ title: `Pools are nearly full at ${policy.poolPercent} %; people may use ${servers}` });
    notifications.setPolicy(policy);
  },
});
