import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = {
  applicationId: string;
  /** The name of the deed, as the handler of the files knows it. */
  name: "_remove" | "_cancel";
  value: string;
  /** The file, for who does not see the row. */
  file: string;
  children: ReactNode;
};

/** Does something with one file of a draft, and sends the answers of the page along. */
export function FileButton({ applicationId, file, children, ...deed }: Props) {
  return (
    <Button
      look="link"
      small
      formAction={addressIn(useLocale(), routes.applicationFiles(applicationId))}
      formEncType="multipart/form-data"
      formNoValidate
      {...deed}
    >
      {children}
      <span className="visually-hidden">: {file}</span>
    </Button>
  );
}
