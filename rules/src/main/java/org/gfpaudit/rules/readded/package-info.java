/**
 * FS or IO is OR-ed back into the mapping's mask
 *
 * <p>Rule {@code re-added}, level error. The mask is derived from the mapping, and then {@code
 * __GFP_FS} or {@code __GFP_IO} is OR-ed into it. Where only {@code __GFP_IO} comes back the level
 * is warning.
 *
 * <p>Why it hurts: the code asks the mapping and overrules the answer. The bits are back on just
 * those mappings that cleared them.
 *
 * <p>The page-fault path does it on purpose, since a fault holds no lock of the file system; there
 * the finding is a note. Examples: {@code bits.c}, {@code fault.c}.
 */
package org.gfpaudit.rules.readded;
