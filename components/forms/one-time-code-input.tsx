import type { ComponentProps } from "react";
import { TextInput } from "./text-input";

type Props = Omit<ComponentProps<typeof TextInput>, "type" | "width" | "inputMode"> & {
  /** Letters too (recovery codes); otherwise digits. */
  letters?: boolean;
};

/**
 * A code from a mail, an app or a sheet of paper: one field, so that it can be pasted, filled by the
 * browser and read aloud as one. Spaces and dashes are for the server to ignore.
 */
export function OneTimeCodeInput({ letters, ...props }: Props) {
  return (
    <TextInput
      autoComplete="one-time-code"
      spellCheck={false}
      autoCapitalize={letters ? "characters" : "off"}
      {...props}
      inputMode={letters ? "text" : "numeric"}
      className="ct-code"
      width="s"
    />
  );
}
