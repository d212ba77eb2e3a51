/**
 * Input that nobody wrote: targets for a fuzzer, which a test runs for a little while, and samples
 * that are damaged at random.
 */
package org.gfpaudit.testdata.fuzz;
