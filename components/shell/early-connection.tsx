import { earlySocketScript } from "@/components/data/early-socket";
import { MarkupScript } from "@/components/ui/markup-script";

/** Opens the page's socket while its code is on its way. */
export function EarlyConnection({ nonce }: { nonce: string | null }) {
  return <MarkupScript nonce={nonce} script={earlySocketScript} />;
}
