import type { CallPage } from "@/lib/calls/queries/call-page";

type Props = { call: CallPage; address: string };

/** The call for search engines, in the words of schema.org; data, which the browser never runs. */
export function CallJsonLd({ call, address }: Props) {
  const { contacts } = call.content;
  const about = {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    name: call.title,
    description: call.summary,
    url: address,
    identifier: call.code,
    inLanguage: "it",
    serviceOperator: {
      "@type": "GovernmentOrganization",
      name: call.body.name,
      ...(contacts.email && { email: contacts.email }),
    },
    ...(call.zone && { areaServed: { "@type": "AdministrativeArea", name: call.zone.name } }),
    availableChannel: { "@type": "ServiceChannel", serviceUrl: address },
    hoursAvailable: {
      "@type": "OpeningHoursSpecification",
      ...(call.opensAt && { validFrom: call.opensAt.toISOString() }),
      ...(call.closesAt && { validThrough: call.closesAt.toISOString() }),
    },
  };
  // A text of an author must not end the element.
  const text = JSON.stringify(about).replaceAll("<", "\\u003c");
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped
      dangerouslySetInnerHTML={{ __html: text }}
    />
  );
}
