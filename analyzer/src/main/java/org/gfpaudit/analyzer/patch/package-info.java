/**
 * What would mend a finding, does it, and who is the patch for?
 *
 * <p>{@link Patching#run} audits, hands the findings of one function to a {@link Strategy}, and
 * gets fixes (edits of bytes, and why) and refusals. All fixes are applied to a copy of the tree in
 * memory and that is audited; {@link PatchProof} blames the fixes for what is not as it should be,
 * they are dropped, and the rest is proven anew, a few rounds at most.
 *
 * <p>Where an {@link Earlier} state of the tree is given, {@link PutBack} puts back what kept
 * reclaim out in it. {@link CallerChain} says how what is changed is come to.
 *
 * <p>{@link MaintainerScript} asks the tree's {@code scripts/get_maintainer.pl} who a patch is for,
 * {@link MaintainersFile} reads the file MAINTAINERS where the script does not run; both give
 * {@link Recipients}. {@link SubjectPrefix} takes the prefix that earlier commits of a file used,
 * and {@link GitTree} asks the repository for its head and for the name of the author. Nothing is
 * sent.
 *
 * <p>Example: for {@code add_to_page_cache_lru(page, mapping, index, GFP_KERNEL)} the strategy
 * mapping writes {@code mapping_gfp_constraint(mapping, GFP_KERNEL)} where the tree has that
 * function.
 */
package org.gfpaudit.analyzer.patch;
