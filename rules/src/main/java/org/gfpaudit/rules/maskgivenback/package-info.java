/**
 * A bit taken out of a mapping's mask is put back later
 *
 * <p>Rule {@code mask-given-back}, level error. A mapping loses {@code __GFP_FS} or {@code
 * __GFP_IO}, most often in the function that creates its inode, and a later setter for the same
 * mapping gives it back: {@code inode_nohighmem()} sets {@code GFP_USER}.
 *
 * <p>Why it hurts: the file system believes its mapping restricted. NILFS2 lost {@code __GFP_FS} so
 * for every new symbolic link (CVE-2024-50229).
 *
 * <p>It is reported where the bit was certainly taken out on every way to the later setter, by the
 * function itself, by one that it calls with the inode, or by one that returns the inode, and where
 * nothing takes it out again before the function ends. Not seen: an inode that travels through a
 * field or a pointer to a pointer. Example: {@code setters.c}.
 */
package org.gfpaudit.rules.maskgivenback;
