import * as z from "zod";
import { type Group, groupSchema } from "../access/share.schema";
import { changeGroup } from "../work/group/change";
import { createGroup } from "../work/group/create";
import { deleteGroup } from "../work/group/delete";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

export const groupRouter = router({
  /** All of them, whenever something of users, groups or shares has changed. */
  watch: installationProcedure
    .output(stream(z.array(groupSchema)))
    .subscription(({ ctx: { services }, signal }) =>
      push<Group[]>(signal, (sink) => {
        const tell = () => sink(services.groups.all());
        tell();
        return services.access.onChange(tell);
      }),
    ),
  create: mutation(createGroup),
  change: mutation(changeGroup),
  delete: mutation(deleteGroup),
});
