import type { ComponentProps } from "react";
import { Icon } from "./icon";
import { Link } from "./link";

/** "Tutti gli avvisi →" */
export function MoreLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link className="ct-more" {...rest}>
      {children} <Icon name="arrow-right" size="xs" />
    </Link>
  );
}
