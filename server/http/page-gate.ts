import { safeNextPath } from "../access/next-path";
import { returnPath } from "../access/single-sign-on/openid-options";
import type { RequestTarget } from "./request-target";

export type PageDecision =
  | { kind: "serve" }
  | { kind: "redirect"; to: string }
  | { kind: "not-found" }
  | { kind: "method-not-allowed" };

export interface Visitor {
  signedIn: boolean;
  /** Nobody has an account yet. */
  needsFirstAdministrator: boolean;
  /** The search part of the address with which their list of VMs opens; null: plain. */
  vmView(): string | null;
}

/**
 * What a request for a page gets. All pages but those that lead to a sign-in need one; pages are only read, so
 * nothing but GET and HEAD reaches them.
 */
export function decidePage(method: string, { path, query }: RequestTarget, visitor: Visitor): PageDecision {
  if (method !== "GET" && method !== "HEAD") return { kind: "method-not-allowed" };
  // Whoever is signed in with a proof of their origin is led on by the page itself: a cookie alone is not enough.
  if (path === "/sign-in" || path === returnPath || path === "/join") return { kind: "serve" };
  // What its link opens the page asks for by itself.
  if (path === "/console-link") return { kind: "serve" };
  if (path === "/setup") return { kind: visitor.needsFirstAdministrator ? "serve" : "not-found" };
  if (visitor.signedIn) {
    const view = path === "/vms" && query.size === 0 ? visitor.vmView() : null;
    return view === null ? { kind: "serve" } : { kind: "redirect", to: `${path}${view}` };
  }
  // What Next loads for itself is never a page to come back to.
  if (path.startsWith("/_next/")) return { kind: "not-found" };
  return { kind: "redirect", to: signInPath(path, query) };
}

function signInPath(path: string, query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  // Next's own mark on requests of its router.
  kept.delete("_rsc");
  const wanted = safeNextPath(kept.size > 0 ? `${path}?${kept}` : path);
  return wanted === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`;
}
