/**
 * The mask could not be followed
 *
 * <p>Rule {@code unknown}, level note. The analysis could not say where the mask comes from, and it
 * might hold {@code __GFP_FS} or {@code __GFP_IO}. The message says where it lost the mask and why.
 *
 * <p>Instead: read the line it names. A mask that is AND-ed with the mapping's is never unknown.
 * Example: {@code reasons.c}.
 */
package org.gfpaudit.rules.unknown;
