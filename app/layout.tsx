import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { formatsAttribute, formatsOfRequest } from "@/components/formats/page-formats";
import { MarkupScript } from "@/components/ui/markup-script";
import { themeScript } from "@/components/ui/theme-script";

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
    <html lang="en" {...{ [formatsAttribute]: JSON.stringify(formatsOfRequest()) }} suppressHydrationWarning>
      <body className="min-h-dvh font-sans antialiased">
        <MarkupScript nonce={nonce} script={themeScript} />
        {children}
      </body>
    </html>
  );
}
