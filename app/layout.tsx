import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { IdentityCheck } from "@/components/access/identity-check";
import { DataProvider } from "@/components/data/data-provider";
import { ThemeProvider } from "@/components/ui/theme-provider";

export const metadata: Metadata = {
  title: { default: "Passdeck", template: "%s · Passdeck" },
  description: "A dashboard for KVM hosts, made for GPU passthrough",
  icons: { icon: "/icon.svg" },
  referrer: "no-referrer",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f5f2" },
    { media: "(prefers-color-scheme: dark)", color: "#111110" },
  ],
};

/** Reading the nonce makes every page dynamic, as a nonce must not be served twice. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce");
  return (
    <html lang="en" suppressHydrationWarning>
      <body className="min-h-dvh font-sans antialiased">
        <ThemeProvider nonce={nonce}>
          <DataProvider>
            {children}
            <IdentityCheck />
          </DataProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
