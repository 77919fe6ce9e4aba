import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";

/** The mark and the name of the programme, which is a setting; leads home. */
export function Brand({ name, tagline }: { name: string; tagline?: ReactNode }) {
  return (
    <Link className="ct-brand" href={routes.home()}>
      <Mark />
      <span className="it-brand-text">
        <b>{name}</b>
        {tagline && <span>{tagline}</span>}
      </span>
    </Link>
  );
}
