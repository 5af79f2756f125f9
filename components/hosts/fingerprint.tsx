import { CopyButton } from "@/components/ui/copy-button";

export interface FingerprintProps {
  /** Which one it is, where several stand together: "accepted". */
  what?: string;
  text: string;
}

/** The fingerprint of a host key, never cut, as half of one proves nothing. */
export function Fingerprint({ what, text }: FingerprintProps) {
  return (
    <span className="flex items-start gap-1">
      <code className="wrap-anywhere min-w-0 py-1.5 font-mono text-sm">{text}</code>
      <CopyButton
        text={text}
        what={what === undefined ? "fingerprint" : `the ${what} fingerprint`}
        size="icon"
      />
    </span>
  );
}
