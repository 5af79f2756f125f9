import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { AppError, httpStatusOf } from "../errors";
import { givenNameSchema } from "../storage/names.schema";
import { readVolume } from "../storage/read-volume";
import type { ApiRequest } from "./api-handler";
import { sendText } from "./send-text";
import { refuseStorageRequest, type TransferOptions, transferFor } from "./storage-request";

export const volumesPath = "/api/volumes/";

/** Host, pool and volume. */
const addressSchema = z.tuple([z.string().min(1), givenNameSchema, givenNameSchema]);

/** Sends a volume as a file: GET /api/volumes/HOST/POOL/VOLUME, each encoded. The promise is never rejected. */
export async function handleVolumeFile(
  { services, transfers, log }: TransferOptions,
  asked: ApiRequest,
): Promise<void> {
  const { request, response, path, caller } = asked;
  try {
    const session = refuseStorageRequest(request, caller);
    if (request.method !== "GET") return sendText(response, 405, "Volumes are read with GET.");
    const [hostId, pool, volume] = namesOf(path);
    const object = { kind: "volume", hostId, pool, volume } as const;
    const transfer = transferFor(session, "storage.readVolume", object, () => response.destroy());
    await transfers.during(transfer, () =>
      services.fleet.host(hostId).runLong(`Volume ${volume}`, async (connection) => {
        const { sizeBytes, stream } = await readVolume(connection, pool, volume);
        writeHead(response, volume, sizeBytes);
        await pipeline(stream, response);
      }),
    );
  } catch (error) {
    // Of a file that is cut short the browser says so, by its length.
    if (response.headersSent) return void response.destroy();
    if (!(error instanceof AppError)) log.error({ err: error }, "a volume could not be sent");
    if (error instanceof AppError) sendText(response, httpStatusOf[error.code], error.userMessage);
    else sendText(response, 500, "Something went wrong in Passdeck; its log says what.");
  }
}

function namesOf(path: string): [string, string, string] {
  try {
    return addressSchema.parse(path.slice(volumesPath.length).split("/").map(decodeURIComponent));
  } catch (cause) {
    throw new AppError("bad-input", { userMessage: "This is the address of no volume.", cause });
  }
}

function writeHead(response: ServerResponse, name: string, sizeBytes: number): void {
  // RFC 6266: what stands after * is any name there is; the plain one is for what knows no better.
  const plain = name.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  response.writeHead(200, {
    "Content-Type": "application/octet-stream",
    "Content-Length": sizeBytes,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "Cache-Control": "no-store",
  });
}
