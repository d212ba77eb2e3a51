/**
 * Results of audits from before, with what they depend on: the slots of all files, the questions
 * that were asked of the index, the texts that were read. Where nothing of that changed, the old
 * result is the new one.
 */
package org.gfpaudit.analyzer.recall;
