/** What every answer carries, whatever it is. */
export function securityHeaders({ nonce, strictTransport }: SecurityHeaderOptions): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ...(strictTransport ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

export interface SecurityHeaderOptions {
  /** Fresh for each answer; null for answers without scripts. */
  nonce: string | null;
  /** Only with a certificate that browsers trust: with ours, users could never go past the warning again. */
  strictTransport: boolean;
}

/**
 * Scripts run only with the nonce, or when loaded by one that has it. Styles may be inline, as the terminal and the
 * virtual list set them so.
 */
function contentSecurityPolicy(nonce: string | null): string {
  const scripts = nonce === null ? "'self'" : `'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
