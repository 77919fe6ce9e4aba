import { codesignPartners } from "@/lib/calls/core/form-templates/codesign-partners";
import { coesoBothTracks } from "@/lib/calls/core/form-templates/coeso-both-tracks";
import { communityActivators } from "@/lib/calls/core/form-templates/community-activators";
import { participationBody } from "@/lib/calls/core/form-templates/participation-body";
import { projectProposals } from "@/lib/calls/core/form-templates/project-proposals";
import { valderaOrganisations } from "@/lib/calls/core/form-templates/valdera-organisations";

/** Forms of real calls to start from; a call copies one and changes the copy. */
export const FORM_TEMPLATES = {
  valderaOrganisations,
  communityActivators,
  coesoBothTracks,
  participationBody,
  codesignPartners,
  projectProposals,
} as const;
