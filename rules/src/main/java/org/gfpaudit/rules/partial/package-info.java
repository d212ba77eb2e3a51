/**
 * The mapping's mask on some paths, a constant on others
 *
 * <p>Rule {@code partial}, level error where the constant has {@code __GFP_FS}, else warning. The
 * mask comes from the mapping on some paths to the call, and is a constant on others.
 *
 * <p>Why it hurts: the path that was forgotten deadlocks as a hardcoded mask does, only less often.
 *
 * <p>Instead: constrain the constant by the mapping on the forgotten path too. Example: {@code
 * paths.c}. Known noise: paths on which there is no mapping to ask.
 */
package org.gfpaudit.rules.partial;
