import type { Metadata } from "next";
import type { ReactNode } from "react";
import { StaffList } from "@/components/staff/staff-frames";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../staff-request";

export const metadata: Metadata = { robots: { index: false } };

/** The list frame around the pages of staff. Each page authorises by itself as well. */
export default async function StaffListLayout({ children }: { children: ReactNode }) {
  const frame = await readAsStaff(routes.staffHome(), staffFrame);
  return <StaffList frame={frame}>{children}</StaffList>;
}
