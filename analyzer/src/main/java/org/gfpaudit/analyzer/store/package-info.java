/**
 * The index on disk, so that a run scans only what changed.
 *
 * <p>{@link IndexStore} takes the files of a tree and gives the index over them: it looks each file
 * up by its stamp, then by the name of its content in git, and has only the rest scanned. {@link
 * StoreDirectory} is the directory that holds segments, which never change, results, and for each
 * tree a {@link Manifest} that says which slot of which segment holds which file, and how the file
 * looked.
 *
 * <p>Nothing here is ever needed. Any number of runs may use the directory at once, and any may be
 * killed: a file gets its name when it is whole, and what is missing, damaged or of another version
 * counts as not there and is scanned anew. Example: the second run over an unchanged kernel reads
 * one manifest and maps a few segments instead of reading 1.4 GB.
 */
package org.gfpaudit.analyzer.store;
