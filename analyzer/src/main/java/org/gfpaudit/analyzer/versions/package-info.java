/**
 * Code that is built against many kernels: what does one version see of it?
 *
 * <p>A {@link VersionedTree} is a tree in which everything that {@code LINUX_VERSION_CODE} decides
 * is decided for one {@link VersionCode}: each {@code #if} line is replaced by what is left of it,
 * padded so that all offsets stay those of the file on disk. No later stage knows of versions.
 * {@link VersionMacros} finds the macros of a tree that ask for the version, and {@link
 * VersionBranches} the lines that do. What is ambiguous stands for nothing, and an undecided line
 * stays as it was.
 *
 * <p>The releases that a tree tells apart are read from the same lines, so that {@code --profile
 * all} audits once between any two of them. Example: for 6.1, {@code #if LINUX_VERSION_CODE >=
 * KERNEL_VERSION(5, 16, 0) && defined(CONFIG_X)} reads as a test of {@code CONFIG_X} alone.
 */
package org.gfpaudit.analyzer.versions;
