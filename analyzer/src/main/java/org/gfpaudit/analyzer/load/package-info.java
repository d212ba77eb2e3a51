/**
 * Where source text comes from: the files of a tree, their bytes, and what makes a directory a
 * kernel.
 *
 * <p>A {@link SourceTree} lists the code files of a tree and reads them. {@link DirectoryTree} is
 * one on disk, walked by two threads; it never follows a link and opens regular files only. {@link
 * OverlayTree} has some files replaced in memory, which is how patches are proven, and {@link
 * BesideTree} is a module and a kernel as one tree. Revisions of git are trees as well, in {@code
 * analyzer.git}. An audit does not know which kind it reads.
 *
 * <p>{@link KernelTree} finds the root of a kernel and the version that its Makefile states. {@link
 * FileStamp} is how a file looked, so that the index can tell whether it changed. What cannot be
 * read is one of {@link SourceTree#problems}. Example: {@code new DirectoryTree(path, name,
 * ids).files()} gives {@code fs/mpage.c} and all others, sorted.
 */
package org.gfpaudit.analyzer.load;
