/**
 * What an audit says, as plain records.
 *
 * <p>An {@link AuditResult} holds the rows of the audit table ({@link AuditRow}: a site or an
 * origin with its {@link Verdict}), the findings of the rules ({@link Finding}: what is wrong,
 * where, why, with the way of the mask as {@link WitnessStep}s), the {@link Problem}s that kept the
 * audit from being whole, and what each stage cost. Its lists are sorted and do not depend on the
 * number of threads.
 *
 * <p>The analyzer makes these records, and reports show them; nothing here computes or reads
 * anything. Places are for people: lines and columns count from 1, and no analysis is made with
 * them. Example: a row of kind {@code site} at {@code fs/mpage.c:15:7} with the sink {@code
 * add_to_page_cache_lru}, the mask {@code GFP_KERNEL} and the verdict {@code hardcoded}.
 */
package org.gfpaudit.rules.finding;
