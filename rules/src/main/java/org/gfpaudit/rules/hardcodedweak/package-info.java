/**
 * A constant without FS and IO reaches the page cache
 *
 * <p>Rule {@code hardcoded-weak}, level note. A mask with neither {@code __GFP_FS} nor {@code
 * __GFP_IO} ({@code GFP_NOIO}, {@code GFP_NOWAIT}, {@code GFP_ATOMIC}, 0) is handed to a sink.
 *
 * <p>Why it matters: it cannot deadlock, but it ignores what else the mapping asks for, such as
 * zones and movability, and it may fail where the mapping's mask would not.
 *
 * <p>Nothing is reported where the call creates nothing: without {@code FGP_CREAT} the mask is
 * never used. Example: {@code constants.c}.
 */
package org.gfpaudit.rules.hardcodedweak;
