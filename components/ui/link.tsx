"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

export interface LinkProps extends ComponentProps<"a"> {
  /** A page of ours. */
  href: string;
}

/**
 * A link to a page of ours, which opens without the browser loading everything anew. Its page is fetched beforehand when
 * somebody is about to follow it. By hand, as each route would pay 6 kB for the options of Next's own.
 */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const prefetch = () => router.prefetch(href);
  return (
    <a
      href={href}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isForBrowser(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      {...rest}
    />
  );
}

/** Whether a click is for the browser: another window, a download, the menu. */
function isForBrowser({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
