import * as z from "zod";
import { onNamed } from "../../access/objects-of";
import {
  type NamedSubject,
  namedSubjectSchema,
  type Subject,
  subjectSchema,
} from "../../access/share.schema";
import { sharedLevels } from "../../access/shared-rights";
import type { Shares } from "../../access/shares";
import { defineAct, nothing } from "../act";
import { bookedDevice, deviceOf } from "../booking/booking-input";

const deviceAndSubject = bookedDevice.extend({
  /** An owner knows users and groups by their names alone. */
  subject: z.union([subjectSchema, namedSubjectSchema]),
});

/** Shares a named device with a user or a group, or changes what they are to it. Their open pages go by it at once. */
export const setDeviceShare = defineAct({
  name: "share.setDevice",
  title: "Share a named device",
  input: deviceAndSubject.extend({ level: z.enum(sharedLevels) }),
  output: z.void(),
  objects: onNamed,
  inHand: nothing,
  run(context, { subject: given, level, ...device }) {
    const { shares } = context.services;
    deviceOf(context, device);
    const subject = known(shares, given);
    const whom = `the ${subject.kind} ${shares.nameOf(subject)}`;
    context.tell({ title: `Shared the named device ${device.name} with ${whom} as ${level}` });
    shares.set(onNamed(device), subject, level);
  },
});

/** Shares a named device with a user or a group no more. What they have booked stays booked. */
export const removeDeviceShare = defineAct({
  name: "share.removeDevice",
  title: "Share a named device no more",
  input: deviceAndSubject,
  output: z.void(),
  objects: onNamed,
  inHand: nothing,
  run({ services: { shares }, tell }, { subject: given, ...device }) {
    const subject = known(shares, given);
    tell({
      title: `Took the named device ${device.name} from the ${subject.kind} ${shares.nameOf(subject)}`,
    });
    shares.remove(onNamed(device), subject);
  },
});

function known(shares: Pick<Shares, "subjectOf">, subject: Subject | NamedSubject): Subject {
  return "id" in subject ? subject : shares.subjectOf(subject);
}
