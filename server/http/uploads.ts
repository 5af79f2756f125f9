import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, httpStatusOf } from "../errors";
import type { Upload } from "../storage/upload/upload";
import type { Uploads } from "../storage/upload/uploads";
import { uploadChecksumHeader } from "../storage/upload.schema";
import type { ApiRequest } from "./api-handler";
import { sendText } from "./send-text";
import { refuseStorageRequest, type TransferOptions, transferFor } from "./storage-request";

export const uploadsPath = "/api/uploads/";

/** The version of tus that we speak (https://tus.io/protocols/resumable-upload): its core, and termination. */
const version = "1.0.0";
const partType = "application/offset+octet-stream";
/** A sender that is silent for this long has gone; it may come back. */
const silenceMs = 60_000;
/** A refusal is read by browsers only when they have sent what they were sending: that much, that long. */
const drainMs = 10_000;

/** Answers what a tus client asks of an upload that `storage.openUpload` opened. The promise is never rejected. */
export async function handleUpload(
  { services, transfers, log }: TransferOptions,
  asked: ApiRequest,
): Promise<void> {
  const { request, response, path, caller } = asked;
  response.setHeader("Tus-Resumable", version);
  response.setHeader("Cache-Control", "no-store");
  try {
    const session = refuseStorageRequest(request, caller);
    if (request.method === "OPTIONS") return sendOptions(response);
    if (request.headers["tus-resumable"] !== version) {
      return sendText(response, 412, `Speak tus ${version}, and say so in Tus-Resumable.`);
    }
    const { uploads } = services.storage;
    const upload = uploads.find(path.slice(uploadsPath.length), session.user.id);
    const { hostId, pool } = upload.parts;
    const object = { kind: "pool", hostId, pool } as const;
    const transfer = transferFor(session, "storage.openUpload", object, () => request.destroy());
    await transfers.during(transfer, () => answer(uploads, upload, request, response));
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error }, "an upload failed");
    drain(request);
    if (error instanceof AppError) sendText(response, httpStatusOf[error.code], error.userMessage);
    else sendText(response, 500, "Something went wrong in Passdeck; its log says what.");
  }
}

async function answer(
  uploads: Uploads,
  upload: Upload,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (request.method) {
    case "HEAD":
      response.setHeader("Upload-Length", upload.parts.file.sizeBytes);
      return sendState(response, 200, upload, await upload.settle());
    case "PATCH":
      if (request.headers["content-type"] !== partType) {
        return sendText(response, 415, `Send ${partType}.`);
      }
      await receivePart(uploads, upload, request);
      // Not settled: the next part may be on its way already, where this one's sender has gone.
      return sendState(response, 204, upload, upload.offset);
    case "DELETE":
      await uploads.cancel(upload);
      return void response.writeHead(204).end();
    default:
      response.setHeader("Allow", "OPTIONS, HEAD, PATCH, DELETE");
      return sendText(response, 405, "Use HEAD, PATCH or DELETE.");
  }
}

async function receivePart(uploads: Uploads, upload: Upload, request: IncomingMessage): Promise<void> {
  request.setTimeout(silenceMs, () => request.destroy());
  const given = request.headers["upload-offset"]?.toString() ?? "";
  const offset = Number(given);
  if (!/^\d+$/.test(given) || !Number.isSafeInteger(offset)) {
    throw new AppError("bad-input", { userMessage: "Upload-Offset has to say where this part begins." });
  }
  await uploads.receive(upload, offset, request);
}

function sendState(response: ServerResponse, status: number, upload: Upload, offset: number): void {
  response.setHeader("Upload-Offset", offset);
  const { file } = upload.parts;
  if (upload.accepted && file.counted) response.setHeader(uploadChecksumHeader, file.checksum());
  response.writeHead(status).end();
}

function sendOptions(response: ServerResponse): void {
  response.writeHead(204, { "Tus-Version": version, "Tus-Extension": "termination" }).end();
}

function drain(request: IncomingMessage): void {
  if (request.complete) return;
  const cut = setTimeout(() => request.destroy(), drainMs);
  request.once("close", () => clearTimeout(cut)).resume();
}
