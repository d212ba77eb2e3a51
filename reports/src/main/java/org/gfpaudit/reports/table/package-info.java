/** The audit table for people. */
package org.gfpaudit.reports.table;
