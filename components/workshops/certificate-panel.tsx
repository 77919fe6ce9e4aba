import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";
import type { Certificate } from "@/lib/workshops/queries/participation-by-token";

/** The certificate of whoever holds the link. */
export function CertificatePanel({
  certificate,
  token,
}: {
  certificate: Certificate;
  token: string;
}) {
  const t = useTranslations("workshops");
  const { code, file } = certificate;
  return (
    <Panel title={t("own.certificate")} tint>
      {file ? (
        <>
          <p>{t("own.certificateText")}</p>
          <p>
            <a className="btn btn-primary" href={routes.convocationCertificate(token)}>
              <Icon name="download" size="xs" />
              {t("own.download", { size: Math.max(1, Math.round(file.size / 1024)) })}
            </a>
          </p>
        </>
      ) : (
        <p>{t("own.certificateComing")}</p>
      )}
      <p className="ct-muted mb-0">
        {t("own.verifyCode")} <Link href={routes.verifyCode(code)}>{code}</Link>
      </p>
    </Panel>
  );
}
