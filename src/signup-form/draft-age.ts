/** Age in days from which a draft is not read any more, for the privacy facts as well. */
export const MAX_DRAFT_DAYS = 7;
