"use client";
import { useDesk } from "@/components/staff/saving-desk";

/** Names the form that this page knows, also after it has saved itself: no other is replaced. */
export function SeenForm({ seen }: { seen: string }) {
  return <input type="hidden" name="seen" value={useDesk().saved.formSeen ?? seen} />;
}
