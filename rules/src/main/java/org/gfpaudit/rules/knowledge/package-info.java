/**
 * What gfpaudit knows of the kernel, as data.
 *
 * <p>The tables are tab-separated resources beside this package; each row names the kernel file it
 * was read in and the releases. {@link Knowledge#shipped()} reads and checks them; nothing else in
 * the program knows the name of a kernel function. Relatives of the sinks, helpers that return
 * masks and functions that open a scope are found by the analysis and not listed.
 */
package org.gfpaudit.rules.knowledge;
