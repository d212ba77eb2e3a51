/** Runs the audit over the samples and holds what it says against what they promise. */
package org.gfpaudit.testdata.harness;
