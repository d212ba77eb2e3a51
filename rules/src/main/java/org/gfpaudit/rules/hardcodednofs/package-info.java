/**
 * A constant with IO reaches a page-cache allocation
 *
 * <p>Rule {@code hardcoded-nofs}, level warning. A mask with {@code __GFP_IO} and without {@code
 * __GFP_FS} ({@code GFP_NOFS}) is handed to a sink, whatever the mapping's own mask says.
 *
 * <p>Why it hurts: reclaim stays out of file systems but still starts and waits for I/O. A mapping
 * whose file backs a loop device forbids just that: the I/O it waits for may be its own.
 *
 * <p>Instead: {@code mapping_gfp_constraint(mapping, GFP_NOFS)}. Example: {@code constants.c}.
 * Known noise: file systems that never back a block device.
 */
package org.gfpaudit.rules.hardcodednofs;
