/** Why a request cannot be granted, in words for the user; no defect, so nothing is logged. */
export class Refusal extends Error {}
