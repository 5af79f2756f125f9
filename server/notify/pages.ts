/* The pages that messages lead to, as paths. */

/** Where jobs that are about no single VM are seen. */
export const overviewPage = "/";
/** Where administrators end sessions. */
export const peoplePage = "/people";
/** Where everybody has what is their own: sessions, channels. */
export const accountPage = "/account";
/** Where the channels of the house are. */
export const notificationsPage = "/notifications";

export function vmPage(hostId: string, vmId: string): string {
  return pageOf("vms", hostId, vmId);
}

export function poolPage(hostId: string, pool: string): string {
  return pageOf("storage", hostId, pool);
}

export function hostPage(hostId: string): string {
  return `/host?${new URLSearchParams({ host: hostId })}`;
}

/** Where named devices are booked, by whoever may. */
export const devicesPage = "/devices";

function pageOf(...parts: string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join("");
}
