export interface MarkupScriptProps {
  /** Lets it through the content security policy. */
  nonce: string | null;
  /** A constant of ours, which nothing is put into. */
  script: string;
}

/** A script that runs as soon as the browser reads it, before any of the page's code. Part of the markup that the server sends. */
export function MarkupScript({ nonce, script }: MarkupScriptProps) {
  return (
    <script
      suppressHydrationWarning
      {...(nonce === null ? {} : { nonce })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}
