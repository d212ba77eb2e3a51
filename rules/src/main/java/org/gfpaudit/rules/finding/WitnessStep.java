package org.gfpaudit.rules.finding;

/**
 * One step on the way of a mask.
 *
 * @param text how the step is made, as a phrase without a period: {@code "GFP_KERNEL enters here"},
 *     {@code "passed as argument 4 of add_to_page_cache_lru()"}
 */
public record WitnessStep(Place place, String text) {}
