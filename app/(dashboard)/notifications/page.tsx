import type { Metadata } from "next";
import { NotificationsPage } from "@/components/notify/notifications-page";

export const metadata: Metadata = { title: "Notifications" };

export default function Page() {
  return <NotificationsPage />;
}
