/**
 * Who is a patch for, and how does its subject start?
 *
 * <p>{@link MaintainerScript} asks the tree's {@code scripts/get_maintainer.pl}; {@link
 * MaintainersFile} reads the file MAINTAINERS by the rules that its own head states, for trees
 * where the script does not run. Both give {@link Recipients}. {@link SubjectPrefix} takes the
 * prefix that earlier commits of a file used, or else that of a table. {@link GitTree} asks the
 * repository for its head and for the name of the author.
 *
 * <p>The package only asks: nothing is sent and nothing is changed, and what the configuration of a
 * repository would run is not run. Where nothing is known, the answer is empty. Example: a patch of
 * {@code fs/ext4/inode.c} gets the prefix {@code ext4}, and its recipients are ext4's maintainers
 * and its list.
 */
package org.gfpaudit.analyzer.mail;
