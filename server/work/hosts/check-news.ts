import type { HostKey } from "../../host/route/host-key.schema";
import { fingerprintOf } from "../../host/route/key-fingerprint";
import type { CheckNews, CheckStep } from "./host-request.schema";

/* What a check tells of its steps. */

export function runs(step: CheckStep): CheckNews {
  return { step, state: "runs", said: null, fix: null, seen: null };
}

export function passed(step: CheckStep, said: string): CheckNews {
  return { step, state: "passed", said, fix: null, seen: null };
}

/** Of a step that the way to the host leaves out. @param said why, and how else it is had */
export function left(step: CheckStep, said: string): CheckNews {
  return { step, state: "left", said, fix: null, seen: null };
}

export interface ShownKey {
  /** Who shows it: "root@atlas:2222". */
  place: string;
  key: HostKey;
  accepted: HostKey | undefined;
  /** How it is compared with the host's own, in a sentence. */
  compare: string;
  /** After what a host has another key: “was installed anew”. */
  renewal: string;
}

/** A key that isn't the accepted one: asked about where none is, else told. */
export function asked({ place, key, accepted, compare, renewal }: ShownKey): CheckNews {
  const acceptedFingerprint = accepted ? fingerprintOf(accepted) : null;
  const seen = { hop: place, ...key, fingerprint: fingerprintOf(key), acceptedFingerprint };
  return accepted === undefined
    ? {
        step: "key",
        state: "asks",
        said: `${place} shows a key that nobody has accepted yet.`,
        fix: compare,
        seen,
      }
    : {
        step: "key",
        state: "failed",
        said: `${place} shows another key than the accepted one.`,
        fix: `If the host ${renewal}, accept the new key. If not, somebody may be in between: do not go on.`,
        seen,
      };
}
