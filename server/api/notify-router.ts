import { type NotificationsView, notificationsSchema } from "../notify/channel.schema";
import { houseChannelActs, setNotificationPolicy } from "../work/notify/channel-acts";
import { mutation, query } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

export const notifyRouter = router({
  /** The channels of the house, whenever something of one has changed. */
  watch: installationProcedure
    .output(stream(notificationsSchema))
    .subscription(({ ctx: { services }, signal }) =>
      push<NotificationsView>(signal, (sink) => {
        const tell = () => sink(services.notifications.view(null));
        tell();
        return services.notifications.onChange(tell);
      }),
    ),
  saveChannel: mutation(houseChannelActs.save),
  deleteChannel: mutation(houseChannelActs.remove),
  testChannel: mutation(houseChannelActs.test),
  deliveries: query(houseChannelActs.deliveries),
  setPolicy: mutation(setNotificationPolicy),
});
