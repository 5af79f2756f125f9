import { earlySocketScript } from "@/components/data/early-socket";

/** Opens the page's socket while its code is on its way. Part of the markup that the server sends, and only there. */
export function EarlyConnection({ nonce }: { nonce: string | null }) {
  return (
    <script
      suppressHydrationWarning
      {...(nonce === null ? {} : { nonce })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
      dangerouslySetInnerHTML={{ __html: earlySocketScript }}
    />
  );
}
