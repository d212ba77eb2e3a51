/** Sites as test cases and findings as failures, as JUnit reports them. */
package org.gfpaudit.reports.junit;
