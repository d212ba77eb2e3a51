/**
 * Who restricts the masks of mappings, and what that makes of a finding.
 *
 * <p>{@link org.gfpaudit.analyzer.constrain.Constrainers} finds every call that sets the mask of a
 * mapping and what it does to {@code __GFP_FS} and {@code __GFP_IO}. {@link
 * org.gfpaudit.analyzer.constrain.Ladder} ranks a finding by the mappings that can reach it.
 */
package org.gfpaudit.analyzer.constrain;
