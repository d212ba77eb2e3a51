/**
 * NOFS is spelled out inside a NOFS scope
 *
 * <p>Rule {@code scope-redundant}, level note, off by default. A site or origin is {@code scoped},
 * and its constant has no {@code __GFP_FS} for the scope to take out.
 *
 * <p>Why it matters: the kernel moves from masks to scopes (Documentation/core-api/
 * gfp_mask-from-fs-io.rst); what is spelled out twice has to be mended twice.
 *
 * <p>Only rows of the audit table are looked at, not every allocation in the scope. Example: {@code
 * spelled.c}.
 */
package org.gfpaudit.rules.scoperedundant;
