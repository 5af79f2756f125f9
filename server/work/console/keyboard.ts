import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { placeOf, viewerReference } from "./place.schema";

/** Nobody but the one who asks can type at a console, until they give the keyboard back or leave. */
export const takeKeyboard = defineAct({
  name: "console.takeKeyboard",
  title: "Take the keyboard of a console",
  input: viewerReference,
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services, user }, input) {
    services.consolePeople.takeKeyboard(placeOf(input), input.viewerId, user?.id ?? "");
  },
});

/** Everybody who may type at a console can do so again. */
export const giveKeyboard = defineAct({
  name: "console.giveKeyboard",
  title: "Give the keyboard of a console back",
  input: viewerReference,
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services, user }, input) {
    services.consolePeople.giveKeyboard(placeOf(input), input.viewerId, user?.id ?? "");
  },
});
