/** What tells on whose behalf a browser sends a request. */
export interface OriginFacts {
  origin: string | undefined;
  host: string | undefined;
  secure: boolean;
}

/** Whether a request comes from a page of ours. A missing or `null` Origin does not. */
export function isSameOrigin({ origin, host, secure }: OriginFacts): boolean {
  if (origin === undefined || host === undefined) return false;
  return origin.toLowerCase() === `${secure ? "https" : "http"}://${host.toLowerCase()}`;
}

/** What a browser tells of the page that sends a request. */
export interface SenderFacts extends OriginFacts {
  method: string;
  /** Sec-Fetch-Site, which only browsers send, and no page can change. */
  fetchSite: string | undefined;
}

/** What a request to the API shows before its body is read. */
export interface ApiRequestFacts extends SenderFacts {
  contentType: string | undefined;
  /** It shows an API key, which no browser sends by itself. */
  keyed: boolean;
}

export interface Refusal {
  status: 403 | 405 | 415;
  message: string;
}

/**
 * Why a request to the API is refused; null where it may go on. Reading is by GET; changing is by POST of JSON from a
 * page of ours, which no form, link, image or foreign script can send, or by an API key.
 */
export function refuseApiRequest(facts: ApiRequestFacts): Refusal | null {
  if (facts.method !== "GET" && facts.method !== "POST") return { status: 405, message: "Use GET or POST." };
  const refusal = facts.keyed ? null : refuseForeign(facts);
  if (refusal !== null || facts.method === "GET") return refusal;
  const type = facts.contentType?.split(";")[0]?.trim().toLowerCase();
  return type === "application/json" ? null : { status: 415, message: "Send application/json." };
}

/** Refuses what does not come from a page of ours; what reads may come from the address bar as well. */
export function refuseForeign(facts: SenderFacts): Refusal | null {
  const reads = facts.method === "GET";
  const sites = reads ? ["same-origin", "none"] : ["same-origin"];
  if (facts.fetchSite !== undefined && !sites.includes(facts.fetchSite)) return foreign;
  return reads || isSameOrigin(facts) ? null : foreign;
}

const foreign: Refusal = {
  status: 403,
  message:
    "This request did not come from a page of this Passdeck. Behind a proxy, set PASSDECK_TRUSTED_PROXIES and have it pass Host on.",
};
