/** How a provider that speaks OpenID Connect is reached, and what is read of its answers. */
export interface OpenIdOptions {
  /** Exactly as the provider calls itself: "https://auth.example.org/application/o/passdeck/". */
  issuer: string;
  clientId: string;
  /** null for a public client, which has PKCE alone. */
  clientSecret: string | null;
  /** What the button says: "Authentik". */
  label: string;
  /** "openid profile email" */
  scopes: string;
  /** The claims that have the groups, and the name of a new user. */
  groupsClaim: string;
  nameClaim: string;
  /** Where browsers find this Passdeck: "https://passdeck.example.org". */
  publicUrl: string;
}

/** The page that a provider sends browsers back to. */
export const returnPath = "/sign-in/return";
