"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { useFleetLoaded } from "./use-fleet";

/** A link to a page that is likely to be wanted next: fetched beforehand, but not before the fleet is here. */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={useFleetLoaded() ? null : false} />;
}
