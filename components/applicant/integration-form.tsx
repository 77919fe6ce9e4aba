"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/steps";
import { INTEGRATION_STEP } from "@/lib/applications/core/steps";
import { routes } from "@/lib/routes";
import { AnswerForm } from "./answer-form";

type Props = Omit<ComponentProps<typeof AnswerForm>, "step" | "showing" | "here" | "children"> & {
  /** Names of the questions that can be answered. */
  open: readonly string[];
};

/** The page on which what the office asks is answered. */
export function IntegrationForm({ open, ...form }: Props) {
  const t = useTranslations("integration");
  return (
    <AnswerForm
      {...form}
      step={INTEGRATION_STEP}
      showing={{ fields: open }}
      here={routes.applicationIntegration(form.applicationId)}
    >
      <BottomBar
        back={
          <Button look="link" icon="arrow-left" name="intent" value="back">
            {t("later")}
          </Button>
        }
      >
        <Button look="outline" name="intent" value="save">
          {t("save")}
        </Button>
        <Button name="intent" value="next">
          {t("next")}
        </Button>
      </BottomBar>
    </AnswerForm>
  );
}
