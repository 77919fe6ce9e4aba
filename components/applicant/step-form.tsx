"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/steps";
import { FORM_STEPS, type FormStep } from "@/lib/applications/core/steps";
import { routes } from "@/lib/routes";
import { AnswerForm } from "./answer-form";

type Props = Omit<ComponentProps<typeof AnswerForm>, "showing" | "here" | "children" | "notes"> & {
  step: FormStep;
};

/** A page of the form of any call. */
export function StepForm(props: Props) {
  const t = useTranslations("applications");
  const { applicationId, step } = props;
  return (
    <AnswerForm
      {...props}
      showing={{ step: FORM_STEPS[step] }}
      here={routes.applicationStep(applicationId, step)}
    >
      <p className="ct-muted">{t("reviewLater")}</p>
      <BottomBar
        back={
          <Button look="link" icon="arrow-left" name="intent" value="back">
            {t("back")}
          </Button>
        }
      >
        <Button look="outline" name="intent" value="save">
          <span className="d-none d-md-inline">{t("saveDraft")}</span>
          <span className="d-md-none">{t("saveShort")}</span>
        </Button>
        <Button name="intent" value="next">
          {t("next")}
        </Button>
      </BottomBar>
    </AnswerForm>
  );
}
