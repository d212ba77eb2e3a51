/**
 * A constant is weaker than any mapping here asks for
 *
 * <p>Rule {@code weaker-than-needed}, level note, off by default. A constant without {@code
 * __GFP_FS} reaches a sink in code that only mappings reach from which nothing takes {@code
 * __GFP_FS}.
 *
 * <p>Why it matters: the mail of 2015 complains of sites that are weakened for the sake of a mode
 * they are never called in.
 *
 * <p>It does not know what locks are held: a file system may have a good reason for {@code
 * GFP_NOFS} that its mappings do not tell. So it is a question to the maintainer, and off. Example:
 * {@code constants.c}.
 */
package org.gfpaudit.rules.weakerthanneeded;
