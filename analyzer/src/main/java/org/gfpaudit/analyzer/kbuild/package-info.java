/**
 * Which configuration builds a file?
 *
 * <p>{@link Kbuild} reads the makefiles on the way to a file, in all configurations at once, and
 * gives the presence condition under which they build it. {@link Configuration} is a {@code
 * .config} to hold conditions against, and {@link CompileCommands} is a {@code
 * compile_commands.json}, which names the files that a build compiled.
 *
 * <p>Conditions are upper bounds, and nothing here invents one: what cannot be read, is too wide or
 * takes too long counts as built always. A {@link Guard} carries a condition and whether it is
 * exact; joining two keeps the bound. Example: under {@code obj-$(CONFIG_A) += big.o} and {@code
 * big-$(CONFIG_B) += f.o} the condition of {@code f.c} is {@code CONFIG_A && CONFIG_B}.
 */
package org.gfpaudit.analyzer.kbuild;
