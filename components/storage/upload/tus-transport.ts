import { DetailedError, Upload } from "tus-js-client";
import { trpc } from "@/components/data/client";
import { proofHeaders } from "@/components/data/origin-proof";
import { uploadChecksumHeader } from "@/server/storage/upload.schema";
import { UploadTickets } from "./upload-tickets";
import type { OpenTransport, UploadRequest } from "./upload-transport";

/** Milliseconds between tries where the server is not reached: about two minutes in all. */
const retryDelays = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/** Sends a file by tus; it goes on where the server stands after a pause, a lost network or a reload. */
export const openTusTransport: OpenTransport = async (request, events) => {
  const tickets = new UploadTickets(window.localStorage);
  const url = await findOrOpen(request, tickets);
  const upload = new Upload(request.file, {
    uploadUrl: url,
    headers: proofHeaders(),
    retryDelays,
    // We remember by ourselves, as the server names the upload.
    storeFingerprintForResuming: false,
    onProgress: (sent) => events.progress(sent, Date.now()),
    onSuccess: ({ lastResponse }) => {
      tickets.forget(request);
      events.done(lastResponse.getHeader(uploadChecksumHeader) ?? null);
    },
    onError: (error) => {
      const gone = isGone(error);
      if (gone) tickets.forget(request);
      events.failed(problemText(error), gone);
    },
  });
  return {
    start: () => upload.start(),
    pause: () => void upload.abort(),
    cancel: () => {
      tickets.forget(request);
      return upload.abort(true);
    },
  };
};

/** The address of an upload that was begun for this file and is still there, else of a new one. */
async function findOrOpen(request: UploadRequest, tickets: UploadTickets): Promise<string> {
  const kept = tickets.find(request, Date.now());
  if (kept !== null && (await isThere(kept.url))) return kept.url;
  const { hostId, pool, name, file, checksum } = request;
  const ticket = await trpc.storage.openUpload.mutate({ hostId, pool, name, sizeBytes: file.size, checksum });
  tickets.keep(request, ticket);
  return ticket.url;
}

async function isThere(url: string): Promise<boolean> {
  const { ok } = await fetch(url, {
    method: "HEAD",
    headers: { "Tus-Resumable": "1.0.0", ...proofHeaders() },
  });
  return ok;
}

/** Whether the server refused the file, or has given the upload up: in either case it has deleted what it had. */
function isGone(error: Error): boolean {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  return status === 400 || status === 404 || status === 410;
}

function problemText(error: Error): string {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (answer?.getStatus() === 404) return "The server no longer has this upload. Try again to start over.";
  const said = answer?.getBody().trim() ?? "";
  if (said !== "") return said;
  return answer === null
    ? "Passdeck could not be reached for two minutes. What was sent is kept; resume when the network is back."
    : `Passdeck answered with status ${answer.getStatus()}. See its log for details.`;
}
