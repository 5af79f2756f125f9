"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Link, type LinkProps } from "@/components/ui/link";
import { useFleetLoaded } from "./use-fleet";

/** A link to a page that is likely to be wanted next: fetched beforehand, but not before the fleet is here. */
export function PageLink(props: LinkProps) {
  const { href } = props;
  const router = useRouter();
  const loaded = useFleetLoaded();
  useEffect(() => {
    if (loaded) router.prefetch(href);
  }, [loaded, href, router]);
  return <Link {...props} />;
}
