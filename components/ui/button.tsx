import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";

type Look = "primary" | "outline" | "light" | "link" | "danger" | "quiet";

const LOOKS: Record<Look, string> = {
  primary: "btn-primary",
  outline: "btn-outline-primary",
  light: "btn-light",
  link: "btn-link",
  danger: "btn-danger-outline",
  quiet: "btn-quiet",
};

type Common = {
  /** One `primary` per page; the second choice is `outline`, the third `link`. */
  look?: Look;
  small?: boolean;
  /** Drawn before the words. */
  icon?: IconName;
  /** Drawn after the words. */
  iconEnd?: IconName;
  children: ReactNode;
};

type ButtonProps = Common &
  ComponentProps<"button"> & {
    /** Why this cannot be done now. The button stays visible, does nothing and tells the reason. */
    refusal?: ReactNode;
    /** The reason already stands elsewhere on the page: it is only tied to the button. */
    refusalHidden?: boolean;
  };

const classes = (look: Look, small: boolean | undefined, more: string | undefined) =>
  ["btn", LOOKS[look], small && "btn-sm", more].filter(Boolean).join(" ");

/** A button; `type` is "submit" unless said otherwise. */
export function Button(props: ButtonProps) {
  const { look = "primary", small, icon, iconEnd, className, children, ...more } = props;
  const { refusal, refusalHidden, ...rest } = more;
  const reasonId = useId();
  const blocked = refusal
    ? ({ type: "button", "aria-disabled": true, "aria-describedby": reasonId } as const)
    : {};
  const button = (
    <button type="submit" className={classes(look, small, className)} {...rest} {...blocked}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
      {iconEnd && <Icon name={iconEnd} size="xs" />}
    </button>
  );
  if (!refusal) return button;
  return (
    <span className="ct-refused">
      {button}
      <span className={refusalHidden ? "visually-hidden" : "ct-reason"} id={reasonId}>
        {refusal}
      </span>
    </span>
  );
}

/** A link that looks like a button; `href` has no language. */
export function ButtonLink(props: Common & ComponentProps<typeof Link>) {
  const { look = "primary", small, icon, iconEnd, className, children, ...rest } = props;
  return (
    <Link className={classes(look, small, className)} {...rest}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
      {iconEnd && <Icon name={iconEnd} size="xs" />}
    </Link>
  );
}
