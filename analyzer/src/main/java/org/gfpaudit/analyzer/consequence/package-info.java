/**
 * What a mask can cause on this kernel: the level of a finding and its reason.
 *
 * <p>The verdict says where a mask comes from and is settled before. Here it is asked which inode
 * the mapping belongs to ({@link InodeKinds}), who has set the mask of such mappings, which drivers
 * serve a device from such a file and in which scope ({@link Devices}), and what follows of it
 * ({@link Ladder}). Facts are read from the tree; where it cannot tell, a row of a table does.
 */
package org.gfpaudit.analyzer.consequence;
