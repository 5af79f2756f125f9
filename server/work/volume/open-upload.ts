import { onPool, onVolume } from "../../access/objects-of";
import { patienceMs } from "../../storage/upload/uploads";
import { uploadTicketSchema } from "../../storage/upload.schema";
import { openUploadSchema } from "../../storage/volume-request.schema";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";

/** Makes a volume for a file of that size, and gives the address that the file is sent to. */
export const openUpload = defineAct({
  name: "storage.openUpload",
  title: "Upload a file into a volume",
  input: poolReference.extend(openUploadSchema.shape),
  output: uploadTicketSchema,
  objects: onPool,
  inHand: ({ hostId, pool, name }) => onVolume({ hostId, pool, volume: name }),
  async run({ services }, { hostId, pool, ...request }) {
    const { parts, touchedAt } = await services.storage.uploads.open(hostId, pool, request);
    return { url: `/api/uploads/${parts.id}`, expiresAt: touchedAt + patienceMs };
  },
});
