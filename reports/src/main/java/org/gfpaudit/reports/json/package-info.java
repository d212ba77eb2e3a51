/**
 * Results for programs, as one JSON object. The schema is stable: within one {@code schemaVersion}
 * members are added, never renamed, removed or given another meaning.
 *
 * <pre>
 * schemaVersion  1
 * tool           {name, version}
 * kernelVersion  "6.1.192"
 * summary        {findings: {LEVEL: count}, sites: {VERDICT: count}, origins: {VERDICT: count}}
 * findings       [{id, fingerprint, contentFingerprint (without the file), rule, level, message, reason, constrainers: [CONSTRAINER], at: AT,
 *                row: ROW (left out where it is about none), witness: [STEP],
 *                evidence: [EVIDENCE], standing ("new", "known", "changed" or "waived"), before (the
 *                rule that objected then, where it changed), waiver (the reason,
 *                where there is one)}]
 * comparedWith   [NAME]: baselines and revisions the findings were held against
 * gone           [{id, fingerprint, contentFingerprint, rule, level, message, at: PLACE}]: what those
 *                have and this run has not
 * guards         {calls: [{PLACE, callee, mask, mapping, subsystem, stake, fs, io and direct: {access,
 *                by}}], constrainers: [CONSTRAINER]}: what a later run needs to tell what was
 *                taken away, for {@code check} and in a baseline; by
 *                is as in BIT
 * waiverRemarks  as problems: waivers that are expired or cover nothing
 * older, newer, new: [{finding: KNOWN, causes: [TEXT]}], fixed: [KNOWN], changed and moved: [{now: KNOWN,
 *                before: KNOWN}], unchanged: what diff says; KNOWN is as in gone
 * explanations   [{row: ROW, meaning, mask: {memory: [BIT], context: [BIT], modifiers: [BIT], bounds:
 *                [TEXT]}, chain: [STEP], scopes: [STEP], evidence: [EVIDENCE], waysToMend: [TEXT],
 *                mends: [{strategy, isOffered, text}], patchCommand,
 *                findings}]
 * splats         [{about, release, task, line, locks: [TEXT], cutOff: [TEXT], held: HALF, reclaim: HALF,
 *                between: [HALF], outcome ("possible", "other-instance", "mended" or "open"),
 *                reasons, lacks and waysToMend: [TEXT], findings: [ID]}], others: reports without
 *                reclaim, as far as locks and cutOff: what explain --splat says
 * rows           [ROW]
 * problems       [{file, line, message, severe, unread: why the file was not read}]
 * subsystems     [{name, use ("derived", "selective", "never" or "open"), verdicts: {VERDICT: count},
 *                constrainers: [CONSTRAINER]}]
 * costs          [{stage, elapsedNanos, cpuNanos, counts: {NAME: count}}]
 * coverage       {functions, clean, causes: [{cause, count, example}]}
 * rules          [{id, title, level, onByDefault, help, examples: [FILE]}]
 *
 * ROW    kind ("site" or "origin"), PLACE, sink, mask, mapping, verdict, condition, origins: [PLACE],
 *        note, protection: [BIT], outside: PLACE (a caller that gets there without a scope where others
 *        hold one; left out where there is none)
 * BIT    bit ("fs", "io" or "direct"), access ("usable", "prevented", "by-mapping", "by-caller" or
 *        "unknown"), text (the same for people), by: [{kind ("mask", "flag", "scope", "setter" or
 *        "no-allocation"), text, subsystem (whose mappings, of a setter), PLACE}]
 * AT     PLACE, callee, mask, mapping, condition
 * CONSTRAINER  PLACE, setter, mapping, mask, subsystem, mappings ("inodes", "named" or "backing"),
 *        about, fs and io ("clears", "keeps", "gives" or "depends")
 * HALF   lock, class (left out where it was not found), isWhole, steps: [{frame, missing, or PLACE, kind,
 *        what}]
 * STEP   PLACE, text
 * EVIDENCE  PLACE, kind ("same-function", "sibling", "read-path", "other-allocations", "lock" or
 *        "same-file"), text
 * PLACE  file (relative to the tree), line and column (1-based, columns in bytes), function
 * </pre>
 *
 * <p>{@code findings} is there for {@code check}, {@code explanations} and those of the findings
 * that are about no row for {@code explain}, {@code rows} for {@code sites}, {@code subsystems} for
 * {@code sites --by subsystem}; {@code costs} hold times and so are there for {@code stats} only:
 * every other report has the same bytes on every run. Strings that are not there are empty, never
 * null; {@code line} 0 means no line. All but ASCII is escaped, and {@code <} too, so that the text
 * is safe on a terminal and inside a page.
 */
package org.gfpaudit.reports.json;
