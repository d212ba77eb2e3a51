/**
 * Audited calls as test cases, in the XML of JUnit.
 *
 * <p>It takes a review and writes one test suite for each file. A finding is a test case of its
 * own, and a site without a finding is one that passes. A new finding fails from the level on that
 * makes the exit status 1; known and waived findings are skipped, with the reason. So a CI server
 * shows how many calls are right as well as how many are wrong.
 *
 * <p>Example: {@code <testcase classname="fs/mpage.c" name="hardcoded: add_to_page_cache_lru() in
 * mpage_readpages()">} with a {@code failure} in it.
 */
package org.gfpaudit.reports.junit;
