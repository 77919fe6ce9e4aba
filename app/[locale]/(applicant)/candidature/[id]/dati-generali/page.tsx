import { type StepPageProps, stepTitle } from "../frame-props";
import { StepPage } from "../step-page";

export async function generateMetadata({ searchParams }: StepPageProps) {
  const { errori, rifiuto } = await searchParams;
  return stepTitle("dati-generali", Boolean(errori ?? rifiuto));
}

export default function Page(props: StepPageProps) {
  return <StepPage {...props} step="dati-generali" />;
}
