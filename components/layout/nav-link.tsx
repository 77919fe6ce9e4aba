"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { addressIn } from "@/lib/i18n/addresses";

type Props = {
  href: string;
  children: ReactNode;
  /** Only the very address counts as current, not what lies below it. */
  exact?: boolean;
};

/** A link of a menu that knows whether it leads to where one is. */
export function NavLink({ href, children, exact }: Props) {
  const pathname = addressIn("it", usePathname());
  const here = pathname === href;
  const below = !exact && pathname.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={here ? "page" : below ? "true" : undefined}>
      {children}
    </Link>
  );
}
