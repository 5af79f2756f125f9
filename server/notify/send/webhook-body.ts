import { createHmac } from "node:crypto";
import type { Message } from "../message";

/** What a webhook is sent, as docs/notifications.md describes it. */
export function webhookBody({ id, title, severity, url, occurrences, leftOut }: Message): string {
  return JSON.stringify({
    version: 1,
    id,
    title,
    severity,
    url,
    events: occurrences.map(
      ({ subject, severity, at, title, detail, hostId, vmId, vmName, jobId, url: ofEvent }) => ({
        subject,
        severity,
        at: new Date(at).toISOString(),
        title,
        detail,
        host: hostId,
        vm: vmId === null ? null : { id: vmId, name: vmName },
        job: jobId,
        url: ofEvent,
      }),
    ),
    leftOut,
  });
}

/** The header that proves who has sent a body, and when: HMAC-SHA256 over "TIMESTAMP.BODY". @param at Unix seconds. */
export function signatureOf(body: string, secret: string, at: number): string {
  return `v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
}
