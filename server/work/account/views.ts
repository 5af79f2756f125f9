import * as z from "zod";
import { onInstallation } from "../../access/objects-of";
import { savedViewSchema, viewToSaveSchema } from "../../access/views/saved-view.schema";
import { defineAct } from "../act";
import { ownSession } from "./own-session";

/** Which views of the list of VMs one has saved. */
export const seeOwnViews = defineAct({
  name: "account.views",
  title: "See one's own views",
  input: z.void(),
  output: z.array(savedViewSchema),
  changes: false,
  objects: onInstallation,
  run: (request) => request.services.views.of(ownSession(request).userId),
});

/** Saves a view of the list of VMs, or changes one. */
export const saveOwnView = defineAct({
  name: "account.saveView",
  title: "Save a view of the list of VMs",
  input: z.object({ view: viewToSaveSchema }),
  output: z.void(),
  objects: onInstallation,
  run(request, { view }) {
    request.services.views.save(ownSession(request).userId, view);
  },
});

/** Deletes a saved view. */
export const deleteOwnView = defineAct({
  name: "account.deleteView",
  title: "Delete a view of the list of VMs",
  input: z.object({ id: savedViewSchema.shape.id }),
  output: z.void(),
  objects: onInstallation,
  run(request, { id }) {
    request.services.views.remove(ownSession(request).userId, id);
  },
});
